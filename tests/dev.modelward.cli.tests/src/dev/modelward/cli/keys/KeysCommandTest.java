// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.Protector;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Recipient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {
  @TempDir Path folder = Path.of("");

  private Path path(String name) {
    return folder.resolve(name);
  }

  private String file(String name) {
    return path(name).toString();
  }

  private Call keys(String verb, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("keys", verb, "--keys", file("ring"), "--key-file", file("ring.key")));
    arguments.addAll(List.of(more));
    return Call.of(arguments.toArray(String[]::new));
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }

  @Test
  void createsARingAndPrintsTheVendorsKey() throws Exception {
    Call call = keys("create");

    assertEquals(0, call.code(), call.err());
    assertEquals(VendorKey.parse(call.out()) + "\n", call.out());
    assertEquals(List.of("ring", "ring.key", "ring.lock"), names());
    assertEquals(call, keys("vendor"));
  }

  @Test
  void neverReplacesARing() throws Exception {
    keys("create");
    byte[] before = Files.readAllBytes(path("ring"));

    assertEquals(
        new Call(
            3,
            "",
            "error: %s: There is such a file already. Choose another name by --keys.\n"
                .formatted(file("ring"))),
        keys("create"));
    assertArrayEquals(before, Files.readAllBytes(path("ring")));
  }

  @Test
  void writesTheVendorsKeyIntoAFileAndReplacesItOnlyWhenForced() throws Exception {
    String line = keys("create").out();
    String to = file("vendor.pub");

    assertEquals(new Call(0, "", ""), keys("vendor", "--to", to));
    assertEquals(line, Files.readString(path("vendor.pub")));
    assertEquals(2, keys("vendor", "--to", to).code());
    assertEquals(0, keys("vendor", "--to", to, "--force").code());
  }

  @Test
  void writesTheKeyOfModelSigAsPem() throws Exception {
    keys("create");
    byte[] ring = Files.readAllBytes(path("ring"));

    Call call = keys("vendor", "--pem");

    assertEquals(0, call.code(), call.err());
    assertTrue(call.out().startsWith("-----BEGIN PUBLIC KEY-----\nMFkw"), call.out());
    assertTrue(call.out().endsWith("==\n-----END PUBLIC KEY-----\n"), call.out());
    assertEquals(new Call(0, "", ""), keys("vendor", "--pem", "--to", file("vendor.pem")));
    assertEquals(call.out(), Files.readString(path("vendor.pem")));
    assertEquals(2, keys("vendor", "--pem", "--to", file("vendor.pem")).code());
    assertArrayEquals(ring, Files.readAllBytes(path("ring")), "a new ring has it already");
    Call both = keys("vendor", "--pem", "--id", "0".repeat(32));
    assertEquals(
        new Call(
            2,
            "",
            "error: --pem --id: A ring has one attesting key only. Choose one of the options.\n"),
        both);
  }

  @Test
  void aRingOfAnEarlierDayGetsTheKeyOfModelSigWhenItIsAskedFor() throws Exception {
    keys("create");
    try (KeyRing ring = KeyRing.open(path("ring"), new Protector.KeyFile(path("ring.key")))) {
      ring.remove(ring.listing().attesting().orElseThrow());
    }

    Call first = keys("vendor", "--pem");

    assertEquals(0, first.code(), first.err());
    assertEquals(first, keys("vendor", "--pem"));
    assertTrue(keys("list").out().contains("attesting"));
  }

  @Test
  void saysThatThereIsNoSuchSigningKey() {
    keys("create");
    Call call = keys("vendor", "--id", "0".repeat(32));
    assertEquals(3, call.code());
    assertTrue(call.err().contains("There is no such signing key."), call.err());
  }

  @Test
  void listsWithoutAKeyWhatNothingAuthenticates() throws Exception {
    VendorKey vendor = VendorKey.parse(keys("create").out());

    Call call = Call.of("keys", "list", "--keys", file("ring"));

    assertEquals(0, call.code(), call.err());
    List<String> lines = call.out().lines().toList();
    assertEquals(file("ring") + " opens with a key file", lines.getFirst());
    assertEquals("The ring was not opened: nothing authenticates this list.", lines.get(1));
    assertTrue(
        lines.get(3).matches("  signing +" + vendor.id() + " +- +20\\S+T\\S+Z"), lines.get(3));
  }

  @Test
  void listsForMachines() throws Exception {
    VendorKey vendor = VendorKey.parse(keys("create").out());

    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(keys("list", "--json").out()));

    assertEquals(
        List.of("schema", "version", "file", "authenticated", "locks", "keys"),
        List.copyOf(told.keySet()));
    assertEquals(true, told.get("authenticated"));
    assertEquals(List.of(Map.of("kind", "a key file")), told.get("locks"));
    List<?> keys = assertInstanceOf(List.class, told.get("keys"));
    Map<?, ?> signing = assertInstanceOf(Map.class, keys.getFirst());
    assertEquals(vendor.id(), signing.get("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "vendor"})
  void asksNobodyWhereNoTerminalIs(String verb) throws Exception {
    assertEquals(
        new Call(
            3,
            "",
            "error: passphrase: There is no terminal on which it could be asked for. Give"
                + " --key-file FILE or --key-env NAME.\n"),
        Call.of("keys", verb, "--keys", file("ring")));
    assertEquals(List.of(), names());
  }

  @Test
  void refusesTwoWaysToOpenARing() {
    Call call = keys("create", "--key-env", "NAME");
    assertEquals(3, call.code());
    assertTrue(call.err().contains("Choose one of them."), call.err());
  }

  @Test
  void doesNotRepeatAValueThatWasTakenForAName() {
    Call call = Call.of("keys", "create", "--keys", file("ring"), "--key-env", "s3cret/=");
    assertEquals(3, call.code());
    assertTrue(call.err().contains("Name the variable, not its value."), call.err());
    assertFalse(call.err().contains("s3cret"), call.err());
  }

  @Test
  void refusesAKeyThatDoesNotOpenTheRing() throws Exception {
    keys("create");
    Files.write(path("ring.key"), new byte[32]);
    Call call = keys("vendor");
    assertEquals(3, call.code());
    assertEquals("", call.out());
    assertTrue(call.err().contains("found one that does not open it"), call.err());
  }

  @Test
  void takesTheRingThatTheEnvironmentNames() {
    assertEquals(Path.of("modelward.keys"), KeyRingOptions.usual(Optional.empty()));
    assertEquals(Path.of("modelward.keys"), KeyRingOptions.usual(Optional.of("")));
    assertEquals(Path.of("vendor.ring"), KeyRingOptions.usual(Optional.of("vendor.ring")));
  }

  @Test
  void makesAnIdentityThatIsShownToNobody() throws Exception {
    Call call = Call.of("keys", "identity", file("customer"));

    assertEquals(0, call.code(), call.err());
    String secret = Files.readString(path("customer"));
    try (Identity identity = Identity.read(Files.readAllBytes(path("customer")))) {
      Recipient recipient = Recipient.parse(Files.readString(path("customer.pub")));
      assertEquals(identity.recipient().line(), recipient.line());
      assertTrue(call.out().endsWith("(x25519 " + recipient.id() + ").\n"), call.out());
    }
    String key = secret.strip().substring(secret.lastIndexOf(':') + 1);
    assertFalse((call.out() + call.err()).contains(key), "the identity was shown");
    assertEquals(List.of("customer", "customer.pub"), names());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void makesAnIdentityForItsOwnerAlone() throws Exception {
    Call.of("keys", "identity", file("customer"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path("customer"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer", "customer.pub"})
  void neverReplacesAnIdentity(String name) throws Exception {
    Files.writeString(path(name), "precious");

    assertEquals(
        new Call(
            2,
            "",
            "error: " + file(name) + ": There is such a file already. Choose another name.\n"),
        Call.of("keys", "identity", file("customer")));
    assertEquals("precious", Files.readString(path(name)));
    assertEquals(List.of(name), names());
  }

  @Test
  void refusesAKindThatIsUnheardOf() {
    assertEquals(
        new Call(
            2,
            "",
            "error: modelward keys identity: There is no kind 'rsa'. Try 'modelward keys identity"
                + " --help'.\n"),
        Call.of("keys", "identity", file("customer"), "--kind", "rsa"));
  }
}
