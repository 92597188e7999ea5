// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** Protectors whose secrets a test knows. */
final class Keys {
  static final String ARTIFACT = "00112233445566778899aabbccddeeff";
  static final Argon2 CHEAP = new Argon2(8 * 1024, 1, 1);
  static final String PASSPHRASE = "zwölf Boxkämpfer";
  static final String ALIAS = "ring key (2026) ä";
  static final String VARIABLE = "MODELWARD_TEST_KEY";

  private Keys() {}

  /** A passphrase that costs little to try. */
  static Protector passphrase(String passphrase) {
    return new Protector.Passphrase(() -> Secret.ofText(passphrase.toCharArray()), CHEAP);
  }

  static byte[] bytes(int first) {
    byte[] bytes = new byte[Secret.KEY];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + 7 * i);
    }
    return bytes;
  }

  /** A variable that holds a key, in an environment without others. */
  static Protector variable(String name, int first) {
    return new Protector.Variable(
        name,
        asked ->
            asked.equals(name)
                ? Optional.of(HexFormat.of().formatHex(bytes(first)))
                : Optional.empty());
  }

  /** A file for its owner alone, with a key. */
  static Protector.KeyFile file(Path file, int first) throws IOException {
    Files.write(Files.createFile(file, Privacy.attributes(file)), bytes(first));
    return new Protector.KeyFile(file);
  }

  /** A PKCS #12 file with an AES key. */
  static Path store(Path file, String password, int first)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load((InputStream) null, password.toCharArray());
    store.setEntry(
        ALIAS,
        new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes(first), "AES")),
        new KeyStore.PasswordProtection(password.toCharArray()));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  static Protector stored(Path store, String password) {
    return new Protector.StoredKey(
        KeyStoreSource.file(store), ALIAS, () -> Secret.ofText(password.toCharArray()));
  }

  /** Protectors of all kinds, what they need being in a folder. */
  static List<Protector> oneOfEachKind(Path folder) throws Exception {
    return List.of(
        file(folder.resolve("key"), 1),
        variable(VARIABLE, 2),
        passphrase(PASSPHRASE),
        stored(store(folder.resolve("store.p12"), "store password", 3), "store password"));
  }

  /** A new ring with one master key, and the bytes of that key. */
  static byte[] ring(Path file, Protector protector) throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector)) {
      ring.newMaster(ARTIFACT);
      return master(ring, 1);
    }
  }

  /** The bytes of the first master key in a file. */
  static byte[] master(Path file, Protector protector) throws Exception {
    try (KeyRing ring = KeyRing.open(file, protector)) {
      return master(ring, 1);
    }
  }

  /** The bytes of a master key. */
  static byte[] master(KeyRing ring, int generation) throws Exception {
    try (Secret key = ring.master(ARTIFACT, generation)) {
      return key.bytes();
    }
  }
}
