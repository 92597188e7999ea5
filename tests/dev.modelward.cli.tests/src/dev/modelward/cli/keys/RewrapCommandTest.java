// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewrapCommandTest {
  /** A variable that every process has, for a password that no file holds. */
  private static final String VARIABLE = "PATH";

  @TempDir Path folder = Path.of("");
  private String vendor = "";

  @BeforeEach
  void makeARingAndAKeyStore() throws Exception {
    char[] password = System.getenv(VARIABLE).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    byte[] key = new byte[32];
    key[0] = 7;
    store.setEntry(
        "ward@vault",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
        new KeyStore.PasswordProtection(password));
    try (OutputStream out = Files.newOutputStream(folder.resolve("store.p12"))) {
      store.store(out, password);
    }
    vendor = keys("create", "--key-file", path("old.key")).out();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String stored() {
    return "ward@vault@" + path("store.p12");
  }

  private Call keys(String verb, String... more) {
    List<String> arguments = new ArrayList<>(List.of("keys", verb, "--keys", path("ring")));
    arguments.addAll(List.of(more));
    return Call.of(arguments.toArray(String[]::new));
  }

  private Call rewrap(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--key-file", path("old.key")));
    arguments.addAll(List.of(more));
    return keys("rewrap", arguments.toArray(String[]::new));
  }

  @Test
  void onlyTheNewKeyFileOpensTheRing() {
    Call call = rewrap("--to-key-file", path("new.key"));

    assertEquals(new Call(0, path("ring") + " opens with a key file\n", ""), call);
    assertEquals(vendor, keys("vendor", "--key-file", path("new.key")).out());
    assertEquals(3, keys("vendor", "--key-file", path("old.key")).code());
  }

  @Test
  void aKeyInAKeyStoreOpensTheRing() {
    Call call = rewrap("--to-key-store", stored(), "--to-password-env", VARIABLE, "--new-data-key");

    assertEquals(new Call(0, path("ring") + " opens with stored key ward@vault\n", ""), call);
    String[] way = {"--key-store", stored(), "--key-password-env", VARIABLE};
    assertEquals(vendor, keys("vendor", way).out());
    assertTrue(keys("list", way).out().contains("signing"), "the list");
    assertEquals(3, keys("vendor", "--key-file", path("old.key")).code());
  }

  @Test
  void severalWaysOpenTheRing() {
    Call call =
        rewrap(
            "--to-key-file",
            path("old.key"),
            "--to-key-store",
            stored(),
            "--to-password-env",
            VARIABLE);

    String both = path("ring") + " opens with a key file, stored key ward@vault\n";
    assertEquals(new Call(0, both, ""), call);
    assertEquals(vendor, keys("vendor", "--key-file", path("old.key")).out());
    assertEquals(
        vendor, keys("vendor", "--key-store", stored(), "--key-password-env", VARIABLE).out());
  }

  @Test
  void aNewRingOpensWithAStoredKeyAtOnce() throws Exception {
    Files.delete(folder.resolve("ring"));

    Call made = keys("create", "--key-store", stored(), "--key-password-env", VARIABLE);

    assertEquals(0, made.code(), made.err());
    assertEquals(made, keys("vendor", "--key-store", stored(), "--key-password-env", VARIABLE));
  }

  @Test
  void leavesTheRingAloneWhenNoNewWayIsNamed() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("ring"));

    Call call = rewrap();

    assertEquals(3, call.code());
    assertTrue(call.err().contains("Say what is to open the ring."), call.err());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("ring")));
  }

  @Test
  void leavesTheRingAloneWhenTheKeyStoreLacksTheKey() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("ring"));
    String other = "other@" + path("store.p12");

    Call call = rewrap("--to-key-store", other, "--to-password-env", VARIABLE);

    assertEquals(3, call.code());
    assertTrue(call.err().contains("key other in the key store"), call.err());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("ring")));
  }

  @Test
  void asksNobodyForAPasswordWhereNoTerminalIs() {
    Call call = rewrap("--to-key-store", stored());
    assertEquals(3, call.code());
    assertTrue(call.err().contains("There is no terminal"), call.err());
  }

  @Test
  void doesNotRepeatAPasswordThatWasTakenForAName() {
    Call call = rewrap("--to-key-store", stored(), "--to-password-env", "s3cret");
    assertEquals(3, call.code());
    assertTrue(call.err().contains("Name the variable, not its value"), call.err());
    assertFalse(call.err().contains("s3cret"), call.err());
  }

  @Test
  void refusesAStoredKeyWithoutAFile() {
    Call call = keys("vendor", "--key-store", "alias");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("expected ALIAS@FILE"), call.err());
  }
}
