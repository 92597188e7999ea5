// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantCommandTest {
  @TempDir Path folder = Path.of("");
  private Shop shop = new Shop(folder);

  @BeforeEach
  void sealArtifact() throws Exception {
    shop = Shop.open(folder);
  }

  private Call grants(String... more) {
    List<String> all = new ArrayList<>(List.of("grants", "--vendor", shop.file("vendor.pub")));
    all.addAll(List.of(more));
    return Call.of(all.toArray(String[]::new));
  }

  @Test
  void saysWhatWasGranted() throws Exception {
    Call call = shop.grant("one.grant", "full", "--name", "Ann", "--until", "2031-01-01T00:00:00Z");

    assertEquals(
        new Call(
            0,
            shop.file("one.grant") + ": tier 2 (full) for Ann, opens before 2031-01-01T00:00:00Z\n",
            ""),
        call);
    String identity = Files.readString(shop.path("customer")).strip();
    assertFalse(Files.readString(shop.path("one.grant")).contains(identity), "a secret is out");
  }

  @Test
  void showsGrants() {
    shop.grant("one.grant", "full", "--until", "2001-01-01T00:00:00Z");
    shop.grant("two.grant", "basic");

    Call call = grants(shop.file("one.grant"), shop.file("two.grant"));

    assertEquals(0, call.code(), call.err());
    List<String> lines = call.out().lines().toList();
    assertTrue(lines.get(1).matches(".* 2 +full +customer +x25519 +before 2001\\S+ +over .*"));
    assertTrue(lines.get(2).matches(".* 1 +basic +customer +x25519 +always +open .*"));
  }

  @Test
  void showsGrantsToMachines() {
    shop.grant("one.grant", "full", "--from", "2031-01-01T00:00:00Z");

    Call call = grants("--json", shop.file("one.grant"));

    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()), call.err());
    assertEquals(List.of("schema", "version", "grants", "failures"), List.copyOf(told.keySet()));
    List<?> grants = assertInstanceOf(List.class, told.get("grants"));
    Map<?, ?> grant = assertInstanceOf(Map.class, grants.getFirst());
    assertEquals(
        List.of(
            "file",
            "grant",
            "artifact",
            "core",
            "generation",
            "tier",
            "name",
            "recipient",
            "from",
            "until",
            "device",
            "kind",
            "to",
            "now"),
        List.copyOf(grant.keySet()));
    assertEquals("2031-01-01T00:00:00Z", grant.get("from"));
    assertEquals(Optional.empty(), grant.get("until"));
    assertEquals("not yet", grant.get("now"));
  }

  @Test
  void refusesAGrantThatTheVendorDidNotMake() throws Exception {
    shop.grant("one.grant", "full");
    shop.grant("two.grant", "full");
    String text = Files.readString(shop.path("two.grant"));
    Files.writeString(shop.path("two.grant"), text.replaceFirst("\"sig\":\"..", "\"sig\":\"AA"));

    Call call = grants(shop.file("one.grant"), shop.file("two.grant"));

    assertEquals(3, call.code());
    assertTrue(call.out().contains("one.grant"), call.out());
    assertTrue(
        call.err()
            .endsWith("two.grant: the grant: This is not what the vendor made. Get it anew.\n"),
        call.err());
  }

  @ParameterizedTest
  @CsvSource({
    "gold, The artifact has no such tier.",
    "3, The artifact has no such tier.",
    "0, This tier is everybody's and needs no grant.",
    "public, This tier is everybody's and needs no grant."
  })
  void refusesATierThatCannotBeGranted(String tier, String what) throws Exception {
    assertEquals(
        new Call(
            3, "", "error: --tier %s: %s There are 1 (basic), 2 (full).\n".formatted(tier, what)),
        shop.grant("one.grant", tier));
    assertFalse(shop.names().contains("one.grant"), "a grant was written");
  }

  @Test
  void replacesAGrantOnlyWhenForced() throws Exception {
    Files.writeString(shop.path("one.grant"), "precious");

    assertEquals(2, shop.grant("one.grant", "full").code());
    assertEquals("precious", Files.readString(shop.path("one.grant")));
    assertEquals(new Call(0, "", ""), shop.grant("one.grant", "full", "--force", "-q"));
  }

  @Test
  void refusesATermThatIsOverBeforeItBegins() {
    Call call =
        shop.grant(
            "one.grant",
            "full",
            "--from",
            "2031-01-01T00:00:00Z",
            "--until",
            "2030-01-01T00:00:00Z");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("expected an end after 2031-01-01T00:00:00Z"), call.err());
  }

  @Test
  void refusesATimeWithoutAZone() {
    Call call = shop.grant("one.grant", "full", "--until", "tomorrow");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("--until"), call.err());
  }

  @Test
  void wantsExactlyOneRecipient() {
    Call call = shop.grantTo("one.grant", "full");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("expected one of --to and --passphrase-env"), call.err());
  }

  @Test
  void refusesTheArtifactOfAnotherVendor() throws Exception {
    Files.delete(shop.path("ring"));
    shop.keyed("keys", "create");
    Call call = shop.grant("one.grant", "full");
    assertEquals(3, call.code());
    assertTrue(call.err().contains("No key of this ring signed the artifact."), call.err());
  }

  @Test
  void refusesWhatIsNoRecipient() throws Exception {
    Call call = shop.grantTo("one.grant", "full", "--to", shop.file("customer"));
    assertEquals(3, call.code());
    assertTrue(call.err().contains("the recipient: Expected a line"), call.err());
    String secret = Files.readString(shop.path("customer")).strip();
    assertFalse(call.err().contains(secret.substring(secret.lastIndexOf(':') + 1)), "shown");
  }
}
