// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file that another hand has changed is worth: nothing. */
class TamperingTest {
  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");
  private byte[] whole = {};
  private List<Protector> protectors = List.of();

  @BeforeEach
  void writeRing() throws Exception {
    file = folder.resolve("vendor.keys");
    protectors = Keys.oneOfEachKind(folder);
    try (KeyRing ring = KeyRing.create(file, protectors.getFirst())) {
      ring.rewrap(protectors);
      ring.newSigner();
      ring.newMaster(ARTIFACT);
      ring.newMaster(ARTIFACT);
    }
    whole = Files.readAllBytes(file);
  }

  private void refuses(byte[] bytes, Protector protector, String what) throws Exception {
    Files.write(file, bytes);
    assertThrows(KeyRingException.class, () -> KeyRing.open(file, protector), what);
  }

  private static byte[] flipped(byte[] bytes, int at, int mask) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) mask;
    return flipped;
  }

  @Test
  void everyFlippedByteIsRefused() throws Exception {
    for (int i = 0; i < whole.length; i++) {
      for (int mask : new int[] {0x01, 0xa0}) {
        refuses(flipped(whole, i, mask), protectors.get(i % 2), "byte " + i);
      }
    }
  }

  @Test
  void aFlippedByteOfAPassphrasesLockIsRefused() throws Exception {
    refusesFlips("lock passphrase", protectors.get(2), 7);
  }

  @Test
  void aFlippedByteOfAStoredKeysLockIsRefused() throws Exception {
    refusesFlips("lock store", protectors.get(3), 5);
  }

  private void refusesFlips(String start, Protector protector, int step) throws Exception {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int from = text.indexOf(start);
    int to = text.indexOf('\n', from);
    assertTrue(from > 0 && to > from + 100);
    for (int i = from; i < to; i += step) {
      refuses(flipped(whole, i, 1), protector, "byte " + i);
    }
  }

  @Test
  void everyTruncatedFileIsRefused() throws Exception {
    for (int length = 0; length < whole.length; length++) {
      refuses(Arrays.copyOf(whole, length), protectors.getFirst(), "length " + length);
    }
  }

  @Test
  void aLongerFileIsRefused() throws Exception {
    refuses(Arrays.copyOf(whole, whole.length + 1), protectors.getFirst(), "a byte more");
    refuses(Arrays.copyOf(whole, 9 << 20), protectors.getFirst(), "mebibytes more");
  }

  @Test
  void aRefusedFileIsNotWritten() throws Exception {
    byte[] changed = flipped(whole, whole.length - 1, 1);
    try (KeyRing ring = KeyRing.open(file, protectors.getFirst())) {
      Files.write(file, changed);

      assertThrows(KeyRingException.Superseded.class, ring::newSigner);
      assertThrows(
          KeyRingException.Superseded.class, () -> ring.rekey(List.of(protectors.getFirst())));
      assertTrue(Arrays.equals(changed, Files.readAllBytes(file)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock variable .*", "signing .*", "master .* 2 .*"})
  void aLineThatWasTakenOutIsMissed(String line) throws Exception {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    String shorter = text.replaceFirst(line + "\n", "");
    assertNotEquals(text, shorter);

    refuses(
        shorter.getBytes(StandardCharsets.ISO_8859_1), protectors.getFirst(), "without " + line);
  }

  @Test
  void aLockOfAnotherNameDoesNotOpen() throws Exception {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    String renamed = text.replace("variable " + Keys.VARIABLE, "variable OTHER");

    refuses(renamed.getBytes(StandardCharsets.ISO_8859_1), Keys.variable("OTHER", 2), "renamed");
  }

  @Test
  void aRingCannotTakeTheSecretsOfAnother() throws Exception {
    Path other = folder.resolve("other.keys");
    try (KeyRing ring = KeyRing.create(other, protectors.getFirst())) {
      ring.newSigner();
      ring.newMaster(ARTIFACT);
      ring.newMaster(ARTIFACT);
    }
    String mine = new String(whole, StandardCharsets.ISO_8859_1);
    String others = Files.readString(other, StandardCharsets.ISO_8859_1);
    String mixed =
        mine.substring(0, mine.indexOf(Header.END)) + others.substring(others.indexOf(Header.END));

    refuses(mixed.getBytes(StandardCharsets.ISO_8859_1), protectors.getFirst(), "mixed");
  }

  @ParameterizedTest
  @CsvSource({
    "passphrase argon2id 8192 1 1, passphrase argon2id 104857600 1 1",
    "passphrase argon2id 8192 1 1, passphrase argon2id 99999999999 1 1",
    "passphrase argon2id 8192 1 1, passphrase argon2id 8192 2000000000 1",
    "passphrase argon2id 8192 1 1, passphrase argon2id 8192 1 65535",
    "passphrase argon2id 8192 1 1, passphrase argon2id -1 1 1",
    "passphrase argon2id 8192 1 1, passphrase argon2id 08192 1 1",
    "passphrase argon2id 8192 1 1, passphrase argon2d 8192 1 1",
    "passphrase argon2id 8192 1 1, passphrase  8192 1 1",
    "lock file, lock nothing",
    "lock file, lock",
    "signing , ' '",
    "ring+key, ring key",
    "ring+key, ring%zzkey",
    "lock variable MODEL, lock variable 1MODEL",
    "' 1 20', ' 0 20'",
    "' 1 20', ' 99999999999 20'",
    "' 1 20', ' 1 x'",
    "modelward-keys-1, modelward-keys-2",
    "modelward-keys-1, ''"
  })
  void aHostileHeaderIsRefusedBeforeAnythingIsWorkedOut(String before, String after)
      throws Exception {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains(before));
    Files.write(file, text.replace(before, after).getBytes(StandardCharsets.ISO_8859_1));

    assertThrows(KeyRingException.Malformed.class, () -> KeyRing.look(file));
    assertThrows(KeyRingException.Malformed.class, () -> KeyRing.open(file, protectors.get(2)));
  }

  @Test
  void moreLocksThanARingHoldsAreRefused() throws Exception {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("lock file");
    String line = text.substring(start, text.indexOf('\n', start) + 1);
    Files.write(file, text.replace(line, line.repeat(6)).getBytes(StandardCharsets.ISO_8859_1));

    assertThrows(KeyRingException.Malformed.class, () -> KeyRing.look(file));
  }

  @Test
  void aFileThatIsNoRingIsNotQuoted() throws Exception {
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nprecious\nsecrets\n");

    KeyRingException refusal =
        assertThrows(KeyRingException.Malformed.class, () -> KeyRing.look(file));

    assertEquals("another file", refusal.found());
  }

  @Test
  void whatAStrangerWroteReachesNoTerminalAsItIs() throws Exception {
    Files.writeString(file, "modelward-keys-1\n\u001b[2J\u0007 x\nsecrets\n");

    KeyRingException refusal =
        assertThrows(KeyRingException.Malformed.class, () -> KeyRing.look(file));

    assertEquals("?[2J? x", refusal.found());
    assertTrue(refusal.place().endsWith(", line 2"), refusal.place());
  }

  @Test
  void refusalsTellNoSecret() throws Exception {
    Files.write(file, flipped(whole, whole.length - 1, 1));
    for (Protector protector : protectors) {
      KeyRingException refusal =
          assertThrows(KeyRingException.Malformed.class, () -> KeyRing.open(file, protector));

      assertEquals("a changed or damaged one", refusal.found());
      assertFalse(refusal.getMessage().contains(Keys.PASSPHRASE));
    }
  }
}
