// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it changes who opens a ring. */
class RotationTest {
  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("vendor.keys");
  }

  @Test
  void severalProtectorsOpenOneRing() throws Exception {
    List<Protector> all = Keys.oneOfEachKind(folder);
    byte[] key = Keys.ring(file, all.getFirst());
    try (KeyRing ring = KeyRing.open(file, all.getFirst())) {
      for (Protector protector : all.subList(1, all.size())) {
        ring.addLock(protector);
      }
    }

    for (Protector protector : all) {
      assertArrayEquals(key, Keys.master(file, protector), protector.toString());
    }
  }

  @Test
  void severalPassphrasesOpenOneRing() throws Exception {
    byte[] key = Keys.ring(file, Keys.passphrase("one"));
    try (KeyRing ring = KeyRing.open(file, Keys.passphrase("one"))) {
      ring.addLock(Keys.passphrase("two"));
    }

    assertArrayEquals(key, Keys.master(file, Keys.passphrase("two")));
    assertArrayEquals(key, Keys.master(file, Keys.passphrase("one")));
    assertThrows(
        KeyRingException.WrongSecret.class, () -> KeyRing.open(file, Keys.passphrase("three")));
  }

  @Test
  void aRemovedLockOpensNothingAndTheLastOneStays() throws Exception {
    byte[] key = Keys.ring(file, Keys.passphrase("one"));
    Lock one = KeyRing.look(file).locks().getFirst();
    try (KeyRing ring = KeyRing.open(file, Keys.passphrase("one"))) {
      assertThrows(KeyRingException.Missing.class, () -> ring.removeLock(one));
      ring.addLock(Keys.passphrase("two"));
      ring.removeLock(one);
      assertThrows(KeyRingException.Missing.class, () -> ring.removeLock(one));
    }

    assertThrows(
        KeyRingException.WrongSecret.class, () -> KeyRing.open(file, Keys.passphrase("one")));
    assertArrayEquals(key, Keys.master(file, Keys.passphrase("two")));
  }

  @Test
  void rewrappingChangesWhoOpensAndNotTheSecrets() throws Exception {
    Protector before = Keys.passphrase("before");
    Protector after = Keys.variable(Keys.VARIABLE, 4);
    byte[] key = Keys.ring(file, before);
    try (KeyRing elsewhere = KeyRing.open(file, before);
        KeyRing ring = KeyRing.open(file, before)) {
      ring.rewrap(List.of(after));

      assertArrayEquals(key, Keys.master(ring, 1));
      assertArrayEquals(key, Keys.master(elsewhere, 1));
    }

    assertThrows(KeyRingException.Missing.class, () -> KeyRing.open(file, before));
    assertArrayEquals(key, Keys.master(file, after));
  }

  @Test
  void rekeyingChangesTheDataKeyAndNotTheSecrets() throws Exception {
    Protector before = Keys.passphrase("before");
    Protector after = Keys.passphrase("after");
    byte[] key = Keys.ring(file, before);
    try (KeyRing elsewhere = KeyRing.open(file, before);
        KeyRing ring = KeyRing.open(file, before)) {
      ring.rekey(List.of(after));

      assertArrayEquals(key, Keys.master(ring, 1));
      assertEquals(2, ring.newMaster(ARTIFACT).generation());
      assertThrows(KeyRingException.Superseded.class, () -> Keys.master(elsewhere, 1));
      assertThrows(KeyRingException.Superseded.class, elsewhere::newSigner);
    }

    assertThrows(KeyRingException.WrongSecret.class, () -> KeyRing.open(file, before));
    assertArrayEquals(key, Keys.master(file, after));
  }

  @Test
  void aRekeyingThatFailsChangesNothing() throws Exception {
    Protector protector = Keys.passphrase("a");
    byte[] key = Keys.ring(file, protector);
    byte[] before = Files.readAllBytes(file);
    try (KeyRing ring = KeyRing.open(file, protector)) {
      assertThrows(
          KeyRingException.WrongSecret.class, () -> ring.rekey(List.of(Keys.passphrase(""))));
      assertThrows(IllegalArgumentException.class, () -> ring.rekey(List.of()));
      assertThrows(IllegalArgumentException.class, () -> ring.rewrap(List.of()));

      assertArrayEquals(key, Keys.master(ring, 1));
    }
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void aRingHasRoomForEightLocks() throws Exception {
    Protector.KeyFile key = Keys.file(folder.resolve("key"), 1);
    List<Protector> protectors = new ArrayList<>();
    for (int i = 0; i < Header.MOST_SLOTS; i++) {
      protectors.add(key);
    }
    Keys.ring(file, key);
    try (KeyRing ring = KeyRing.open(file, key)) {
      ring.rewrap(protectors);

      assertThrows(KeyRingException.Full.class, () -> ring.addLock(key));
      assertEquals(Header.MOST_SLOTS, ring.listing().locks().size());
    }
  }
}
