// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectorTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aNewKeyFileIsRandomAndForItsOwnerAlone() throws Exception {
    Protector.KeyFile one = Protector.KeyFile.create(folder.resolve("one"));
    Protector.KeyFile other = Protector.KeyFile.create(folder.resolve("other"));

    try (Secret a = one.secret();
        Secret b = other.secret()) {
      assertArrayEquals(Files.readAllBytes(one.file()), a.bytes());
      assertEquals(Secret.KEY, a.length());
      assertNotEquals(HexFormat.of().formatHex(a.bytes()), HexFormat.of().formatHex(b.bytes()));
    }
    if (Privacy.isPosix(folder)) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(one.file())));
    }
  }

  @Test
  void aKeyFileReplacesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("one"), "precious");

    assertThrows(KeyRingException.Taken.class, () -> Protector.KeyFile.create(file));
    assertEquals("precious", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw-----w-", "r-----r--", "rwx--x---"})
  void refusesAKeyFileThatOthersMayTouch(String permissions) throws Exception {
    if (!Privacy.isPosix(folder)) {
      return;
    }
    Protector.KeyFile key = Keys.file(folder.resolve("key"), 1);
    Files.setPosixFilePermissions(key.file(), PosixFilePermissions.fromString(permissions));

    KeyRingException refusal = assertThrows(KeyRingException.Permissions.class, () -> key.secret());

    assertEquals(permissions, refusal.found());
    assertEquals("run chmod 600 " + key.file(), refusal.remedy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void takesAKeyFileForItsOwnerAlone(String permissions) throws Exception {
    if (!Privacy.isPosix(folder)) {
      return;
    }
    Protector.KeyFile key = Keys.file(folder.resolve("key"), 1);
    Files.setPosixFilePermissions(key.file(), PosixFilePermissions.fromString(permissions));

    try (Secret secret = key.secret()) {
      assertArrayEquals(Keys.bytes(1), secret.bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 33, 64, 100_000})
  void refusesAKeyFileOfAnotherSize(int size) throws Exception {
    Path file = folder.resolve("key");
    Files.write(Files.createFile(file, Privacy.attributes(file)), new byte[size]);

    assertThrows(KeyRingException.Malformed.class, () -> new Protector.KeyFile(file).secret());
  }

  @Test
  void missesAKeyFile() {
    Protector.KeyFile key = new Protector.KeyFile(folder.resolve("none"));

    assertThrows(KeyRingException.Missing.class, () -> key.secret());
  }

  @Test
  void readsAVariableInHexadecimalDigitsOrBase64() throws Exception {
    byte[] key = Keys.bytes(200);
    for (String text :
        new String[] {
          HexFormat.of().formatHex(key),
          HexFormat.of().withUpperCase().formatHex(key),
          Base64.getEncoder().encodeToString(key),
          Base64.getEncoder().withoutPadding().encodeToString(key),
          Base64.getEncoder().encodeToString(key) + "\n"
        }) {
      try (Secret secret = variable(text).secret()) {
        assertArrayEquals(key, secret.bytes(), text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "00", "zz", "====", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesAVariableOfAnotherFormWithoutRepeatingIt(String text) {
    KeyRingException refusal =
        assertThrows(KeyRingException.Malformed.class, () -> variable(text).secret());

    assertEquals("something else", refusal.found());
    assertEquals("environment variable KEY", refusal.place());
  }

  @Test
  void missesAVariable() {
    Protector.Variable variable = new Protector.Variable("KEY", name -> Optional.empty());

    assertThrows(KeyRingException.Missing.class, () -> variable.secret());
  }

  @Test
  void asksTheProcessForAVariable() {
    Protector.Variable variable = Protector.Variable.of("MODELWARD_NEVER_SET");

    assertThrows(KeyRingException.Missing.class, () -> variable.secret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1A", "A B", "A=B", "Ä", "A\n"})
  void refusesANameThatIsNone(String name) {
    assertThrows(IllegalArgumentException.class, () -> Protector.Variable.of(name));
  }

  private static Protector.Variable variable(String text) {
    return new Protector.Variable("KEY", name -> Optional.of(text));
  }

  @Test
  void fitsItsOwnLocksOnly() throws Exception {
    Protector passphrase = Keys.passphrase("a");
    Protector variable = Keys.variable("A", 1);

    assertTrue(passphrase.fits(Keys.passphrase("b").newLock()));
    assertTrue(variable.fits(Keys.variable("A", 2).newLock()));
    assertFalse(variable.fits(Keys.variable("B", 1).newLock()));
    assertFalse(passphrase.fits(variable.newLock()));
    assertFalse(variable.fits(passphrase.newLock()));
  }

  @Test
  void everyPassphraseHasASaltOfItsOwn() {
    Protector passphrase = Keys.passphrase("a");

    assertNotEquals(passphrase.newLock(), passphrase.newLock());
  }
}
