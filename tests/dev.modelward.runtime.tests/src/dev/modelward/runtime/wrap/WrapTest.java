// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {
  private static final Wrap.ByKey CLASSIC = byKey(Kind.CLASSIC);
  private static final Wrap.ByKey HYBRID = byKey(Kind.HYBRID);
  private static final Wrap.ByPassphrase PASSPHRASE =
      new Wrap.ByPassphrase(600_000, "ab".repeat(16), "cd".repeat(104));

  private static Wrap.ByKey byKey(Kind kind) {
    return new Wrap.ByKey(kind, "01".repeat(16), "23".repeat(kind.encLength()), "45".repeat(48));
  }

  private static String text(Wrap wrap) {
    return new String(wrap.json().canonical(), StandardCharsets.UTF_8);
  }

  private static Wrap read(String text) throws Malformed {
    Json json = Json.parse(text.getBytes(StandardCharsets.UTF_8), "wrap");
    return Wrap.read(Members.of(json, "wrap"));
  }

  @Test
  void isTheObjectThatThePageOnTheFormatShows() {
    assertEquals(
        "{\"enc\":\"%s\",\"kind\":\"x25519\",\"sealed\":\"%s\",\"to\":\"%s\"}"
            .formatted("23".repeat(32), "45".repeat(48), "01".repeat(16)),
        text(CLASSIC));
    assertEquals(
        "{\"enc\":\"%s\",\"kind\":\"x25519-mlkem768\",\"sealed\":\"%s\",\"to\":\"%s\"}"
            .formatted("23".repeat(1120), "45".repeat(48), "01".repeat(16)),
        text(HYBRID));
    assertEquals(
        "{\"iterations\":600000,\"kind\":\"passphrase\",\"salt\":\"%s\",\"sealed\":\"%s\"}"
            .formatted("ab".repeat(16), "cd".repeat(104)),
        text(PASSPHRASE));
  }

  @Test
  void isReadBackFromItsObject() throws Malformed {
    for (Wrap wrap : List.of(CLASSIC, HYBRID, PASSPHRASE)) {
      assertEquals(wrap, read(text(wrap)));
    }
  }

  private static void refuses(Wrap wrap, String from, String to) {
    String text = text(wrap);
    String changed = text.replace(from, to);
    assertEquals(false, text.equals(changed), "changes something");
    assertThrows(Malformed.class, () -> read(changed), changed);
  }

  @Test
  void refusesOtherNumbersOfIterations() {
    refuses(PASSPHRASE, "600000", "599999");
    refuses(PASSPHRASE, "600000", "10000001");
    refuses(PASSPHRASE, "600000", "0");
    refuses(PASSPHRASE, "600000", "4295567296");
    refuses(PASSPHRASE, "600000", "\"600000\"");
  }

  @Test
  void refusesOtherKindsLengthsAndMembers() {
    refuses(CLASSIC, "x25519", "x448");
    refuses(CLASSIC, "x25519", "x25519-mlkem768");
    refuses(HYBRID, "x25519-mlkem768", "x25519");
    refuses(CLASSIC, "x25519", "passphrase");
    refuses(CLASSIC, "2323\"", "23\"");
    refuses(CLASSIC, "4545\"", "454545\"");
    refuses(CLASSIC, "0101\"", "01AB\"");
    refuses(CLASSIC, "\"to\"", "\"tp\"");
    refuses(CLASSIC, "}", ",\"zone\":1}");
    refuses(PASSPHRASE, "abab\"", "ab\"");
    refuses(PASSPHRASE, "cdcd\"", "cd\"");
    refuses(PASSPHRASE, "}", ",\"to\":1}");
  }

  @Test
  void cannotBeMadeOfOtherThings() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Wrap.ByKey(Kind.CLASSIC, "01", CLASSIC.enc(), CLASSIC.sealed()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Wrap.ByKey(Kind.HYBRID, CLASSIC.to(), CLASSIC.enc(), CLASSIC.sealed()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Wrap.ByPassphrase(599_999, PASSPHRASE.salt(), PASSPHRASE.sealed()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Wrap.ByPassphrase(10_000_001, PASSPHRASE.salt(), PASSPHRASE.sealed()));
  }
}
