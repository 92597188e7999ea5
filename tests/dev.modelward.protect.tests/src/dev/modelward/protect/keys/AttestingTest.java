// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a ring keeps the one key that attests as it keeps the others. */
class AttestingTest {
  private static final String POINT = "04" + "ab".repeat(64);
  private static final String OTHER = "04" + "cd".repeat(64);

  @TempDir Path folder = Path.of("");

  private KeyRing ring() throws Exception {
    return KeyRing.create(folder.resolve("ring"), Keys.file(folder.resolve("key"), 1));
  }

  @Test
  void keepsOneAndLeavesItAlone() throws Exception {
    try (KeyRing ring = ring();
        Secret number = Secret.of(Keys.bytes(4));
        Secret other = Secret.of(Keys.bytes(5))) {
      KeyEntry.Attesting kept = ring.keepAttesting(POINT, number);
      assertEquals(kept, ring.keepAttesting(OTHER, other));
      assertEquals(Optional.of(kept), ring.listing().attesting());
      try (Secret found = ring.attesting(kept)) {
        assertArrayEquals(Keys.bytes(4), found.bytes());
      }
      ring.remove(kept);
      assertThrows(KeyRingException.Missing.class, () -> ring.attesting(kept));
      assertEquals(OTHER, ring.keepAttesting(OTHER, other).publicKey());
    }
  }

  @Test
  void isTheLastLineOfTheFileAndItsNumberTheLastOfTheSecrets() throws Exception {
    byte[] bytes;
    try (KeyRing ring = ring();
        Secret number = Secret.of(Keys.bytes(4))) {
      ring.keepAttesting(POINT, number);
      ring.newSigner();
      ring.newMaster(ARTIFACT);
      bytes = Files.readAllBytes(folder.resolve("ring"));
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> lines = text.substring(0, text.indexOf("\nsecrets\n")).lines().toList();
    assertTrue(lines.get(2).startsWith("signing "));
    assertTrue(lines.get(3).startsWith("master "));
    // printf 04abab.. | xxd -r -p | sha256sum
    assertTrue(
        lines
            .get(4)
            .matches(
                "attesting 8a2c854aa45ce7ef17ba7719a6f59010 POINT 20\\S+Z"
                    .replace("POINT", POINT)));
    assertEquals(5, lines.size());
    String secret = new String(Keys.bytes(4), StandardCharsets.ISO_8859_1);
    assertFalse(text.contains(secret), "no secret is in the file");
    try (KeyRing again =
            KeyRing.open(folder.resolve("ring"), new Protector.KeyFile(folder.resolve("key")));
        Secret found = again.attesting(again.listing().attesting().orElseThrow())) {
      assertArrayEquals(Keys.bytes(4), found.bytes());
    }
  }

  @Test
  void refusesTwoAndWhatIsNone() {
    KeyEntry first = new KeyEntry.Attesting(POINT, Instant.EPOCH);
    KeyEntry second = new KeyEntry.Attesting(OTHER, Instant.EPOCH);
    List<KeyEntry> keys = List.of(first, second).stream().sorted(KeyEntry.ORDER).toList();
    List<Header.Slot> slots =
        List.of(Header.Slot.of(Lock.of(List.of("file")), new byte[Secret.KEY]));
    assertEquals(1, new Header(slots, List.of(first)).keys().size());
    assertThrows(IllegalArgumentException.class, () -> new Header(slots, keys));
    for (String wrong : List.of("", "04", POINT.substring(2), POINT.replace("04", "02"))) {
      assertThrows(
          IllegalArgumentException.class, () -> new KeyEntry.Attesting(wrong, Instant.EPOCH));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> KeyEntry.of(List.of("attesting", first.id(), POINT, "yesterday")));
    assertEquals(
        first, KeyEntry.of(List.of("attesting", first.id(), POINT, Instant.EPOCH.toString())));
  }
}
