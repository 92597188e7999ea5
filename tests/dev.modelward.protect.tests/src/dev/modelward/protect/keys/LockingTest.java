// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who opens a ring, and how that changes. */
class LockingTest {
  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("vendor.keys");
  }

  private List<Protector> oneOfEachKind() throws Exception {
    return List.of(
        Keys.passphrase(Keys.PASSPHRASE),
        Keys.file(folder.resolve("key"), 1),
        Keys.variable(Keys.VARIABLE, 2),
        Keys.stored(
            Keys.store(folder.resolve("store.p12"), "store password", 3), "store password"));
  }

  /** A ring with one master key, and the bytes of that key. */
  private byte[] create(Protector protector) throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector)) {
      ring.newMaster(ARTIFACT);
      return master(ring);
    }
  }

  private byte[] master(Protector protector) throws Exception {
    try (KeyRing ring = KeyRing.open(file, protector)) {
      return master(ring);
    }
  }

  private static byte[] master(KeyRing ring) throws Exception {
    try (Secret key = ring.master(ARTIFACT, 1)) {
      return key.bytes();
    }
  }

  @Test
  void everyKindOfProtectorOpensWhatItLocked() throws Exception {
    for (Protector protector : oneOfEachKind()) {
      byte[] key = create(protector);

      assertArrayEquals(key, master(protector), protector.toString());
      Files.delete(file);
    }
  }

  @Test
  void theUsualPassphraseOpensWhatItLocked() throws Exception {
    Protector usual = Protector.Passphrase.of(() -> Secret.ofText(Keys.PASSPHRASE.toCharArray()));

    assertArrayEquals(create(usual), master(usual));
  }

  @Test
  void anotherSecretOpensNothing() throws Exception {
    Path store = Keys.store(folder.resolve("other.p12"), "store password", 9);
    List<Protector> right = oneOfEachKind();
    List<Protector> wrong =
        List.of(
            Keys.passphrase(Keys.PASSPHRASE + " "),
            Keys.file(folder.resolve("other"), 9),
            Keys.variable(Keys.VARIABLE, 9),
            Keys.stored(store, "store password"));
    for (int i = 0; i < right.size(); i++) {
      Protector stranger = wrong.get(i);
      create(right.get(i));

      assertThrows(KeyRingException.WrongSecret.class, () -> KeyRing.open(file, stranger));
      Files.delete(file);
    }
  }

  @Test
  void anotherKindOfProtectorIsToldWhichOnesOpen() throws Exception {
    create(Keys.variable(Keys.VARIABLE, 2));

    KeyRingException refusal =
        assertThrows(
            KeyRingException.Missing.class, () -> KeyRing.open(file, Keys.passphrase("a")));

    assertEquals("a lock of a passphrase", refusal.expected());
    assertEquals("environment variable " + Keys.VARIABLE, refusal.found());
  }

  @Test
  void anEmptyPassphraseIsNone() {
    Protector empty = Keys.passphrase("");

    assertThrows(KeyRingException.WrongSecret.class, () -> KeyRing.create(file, empty));
    assertFalse(Files.exists(file));
  }

  @Test
  void aKeyStoreWithAnotherPasswordDoesNotOpen() throws Exception {
    Path store = Keys.store(folder.resolve("store.p12"), "store password", 3);

    assertThrows(
        KeyRingException.WrongSecret.class,
        () -> KeyRing.create(file, Keys.stored(store, "another password")));
    assertFalse(Files.exists(file));
  }

  @Test
  void aKeyStoreWithoutTheKeyIsRefused() throws Exception {
    Protector empty =
        new Protector.StoredKey(
            password -> {
              KeyStore store = KeyStore.getInstance("PKCS12");
              store.load(null, password);
              return store;
            },
            Keys.ALIAS,
            () -> Secret.ofText("a".toCharArray()));

    assertThrows(KeyRingException.Missing.class, () -> KeyRing.create(file, empty));
  }

  @Test
  void aTokenWithoutItsLibraryIsRefused() throws Exception {
    Path configuration =
        Files.writeString(
            folder.resolve("token.cfg"), "name = None\nlibrary = " + folder.resolve("none.so"));
    Protector token =
        new Protector.StoredKey(
            KeyStoreSource.token(configuration), "key", () -> Secret.ofText("1".toCharArray()));

    assertThrows(KeyRingException.Unusable.class, () -> KeyRing.create(file, token));
  }

  @Test
  void aProviderThatFailsLeavesNoFile() {
    Protector cancelled =
        new Protector.Passphrase(
            () -> {
              throw new IOException("no terminal");
            },
            Keys.CHEAP);

    assertThrows(IOException.class, () -> KeyRing.create(file, cancelled));
    assertFalse(Files.exists(file));
  }

  @Test
  void severalProtectorsOpenOneRing() throws Exception {
    List<Protector> all = oneOfEachKind();
    byte[] key = create(all.getFirst());
    try (KeyRing ring = KeyRing.open(file, all.getFirst())) {
      for (Protector protector : all.subList(1, all.size())) {
        ring.addLock(protector);
      }
    }

    for (Protector protector : all) {
      assertArrayEquals(key, master(protector), protector.toString());
    }
  }

  @Test
  void severalPassphrasesOpenOneRing() throws Exception {
    byte[] key = create(Keys.passphrase("one"));
    try (KeyRing ring = KeyRing.open(file, Keys.passphrase("one"))) {
      ring.addLock(Keys.passphrase("two"));
    }

    assertArrayEquals(key, master(Keys.passphrase("two")));
    assertArrayEquals(key, master(Keys.passphrase("one")));
    assertThrows(
        KeyRingException.WrongSecret.class, () -> KeyRing.open(file, Keys.passphrase("three")));
  }

  @Test
  void aRemovedLockOpensNothingAndTheLastOneStays() throws Exception {
    byte[] key = create(Keys.passphrase("one"));
    Lock one = KeyRing.look(file).locks().getFirst();
    try (KeyRing ring = KeyRing.open(file, Keys.passphrase("one"))) {
      assertThrows(KeyRingException.Missing.class, () -> ring.removeLock(one));
      ring.addLock(Keys.passphrase("two"));
      ring.removeLock(one);
      assertThrows(KeyRingException.Missing.class, () -> ring.removeLock(one));
    }

    assertThrows(
        KeyRingException.WrongSecret.class, () -> KeyRing.open(file, Keys.passphrase("one")));
    assertArrayEquals(key, master(Keys.passphrase("two")));
  }

  @Test
  void rewrappingChangesWhoOpensAndNotTheSecrets() throws Exception {
    Protector before = Keys.passphrase("before");
    Protector after = Keys.variable(Keys.VARIABLE, 4);
    byte[] key = create(before);
    try (KeyRing elsewhere = KeyRing.open(file, before);
        KeyRing ring = KeyRing.open(file, before)) {
      ring.rewrap(List.of(after));

      assertArrayEquals(key, master(ring));
      assertArrayEquals(key, master(elsewhere));
    }

    assertThrows(KeyRingException.Missing.class, () -> KeyRing.open(file, before));
    assertArrayEquals(key, master(after));
  }

  @Test
  void rekeyingChangesTheDataKeyAndNotTheSecrets() throws Exception {
    Protector before = Keys.passphrase("before");
    Protector after = Keys.passphrase("after");
    byte[] key = create(before);
    try (KeyRing elsewhere = KeyRing.open(file, before);
        KeyRing ring = KeyRing.open(file, before)) {
      ring.rekey(List.of(after));

      assertArrayEquals(key, master(ring));
      assertEquals(2, ring.newMaster(ARTIFACT).generation());
      assertThrows(KeyRingException.Superseded.class, () -> master(elsewhere));
      assertThrows(KeyRingException.Superseded.class, elsewhere::newSigner);
    }

    assertThrows(KeyRingException.WrongSecret.class, () -> KeyRing.open(file, before));
    assertArrayEquals(key, master(after));
  }

  @Test
  void aRekeyingThatFailsChangesNothing() throws Exception {
    Protector protector = Keys.passphrase("a");
    byte[] key = create(protector);
    byte[] before = Files.readAllBytes(file);
    try (KeyRing ring = KeyRing.open(file, protector)) {
      assertThrows(
          KeyRingException.WrongSecret.class, () -> ring.rekey(List.of(Keys.passphrase(""))));
      assertThrows(IllegalArgumentException.class, () -> ring.rekey(List.of()));
      assertThrows(IllegalArgumentException.class, () -> ring.rewrap(List.of()));

      assertArrayEquals(key, master(ring));
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
    create(key);
    try (KeyRing ring = KeyRing.open(file, key)) {
      ring.rewrap(protectors);

      assertThrows(KeyRingException.Full.class, () -> ring.addLock(key));
      assertEquals(Header.MOST_SLOTS, ring.listing().locks().size());
    }
  }

  @Test
  void allThatIsToBeErasedIsErased() throws Exception {
    List<Secret> asked = new ArrayList<>();
    Protector protector =
        new Protector.Passphrase(
            () -> {
              Secret secret = Secret.ofText(Keys.PASSPHRASE.toCharArray());
              asked.add(secret);
              return secret;
            },
            Keys.CHEAP);
    create(protector);
    Secret master;
    try (KeyRing ring = KeyRing.open(file, protector)) {
      ring.addLock(protector);
      master = ring.master(ARTIFACT, 1);
      master.close();
      asked.add(master);
    }

    assertEquals(4, asked.size());
    for (Secret secret : asked) {
      assertTrue(secret.length() > 0);
      assertArrayEquals(new byte[secret.length()], secret.array());
    }
  }
}
