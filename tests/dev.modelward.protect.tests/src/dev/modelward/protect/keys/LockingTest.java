// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who opens a ring. */
class LockingTest {
  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("vendor.keys");
  }

  @Test
  void everyKindOfProtectorOpensWhatItLocked() throws Exception {
    for (Protector protector : Keys.oneOfEachKind(folder)) {
      byte[] key = Keys.ring(file, protector);

      assertArrayEquals(key, Keys.master(file, protector), protector.toString());
      Files.delete(file);
    }
  }

  @Test
  void theUsualPassphraseOpensWhatItLocked() throws Exception {
    Protector usual = Protector.Passphrase.of(() -> Secret.ofText(Keys.PASSPHRASE.toCharArray()));

    assertArrayEquals(Keys.ring(file, usual), Keys.master(file, usual));
  }

  @Test
  void anotherSecretOpensNothing() throws Exception {
    Path store = Keys.store(folder.resolve("other.p12"), "store password", 9);
    List<Protector> right = Keys.oneOfEachKind(folder);
    List<Protector> wrong =
        List.of(
            Keys.file(folder.resolve("other"), 9),
            Keys.variable(Keys.VARIABLE, 9),
            Keys.passphrase(Keys.PASSPHRASE + " "),
            Keys.stored(store, "store password"));
    for (int i = 0; i < right.size(); i++) {
      Protector stranger = wrong.get(i);
      Keys.ring(file, right.get(i));

      assertThrows(KeyRingException.WrongSecret.class, () -> KeyRing.open(file, stranger));
      Files.delete(file);
    }
  }

  @Test
  void anotherKindOfProtectorIsToldWhichOnesOpen() throws Exception {
    Keys.ring(file, Keys.variable(Keys.VARIABLE, 2));

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
}
