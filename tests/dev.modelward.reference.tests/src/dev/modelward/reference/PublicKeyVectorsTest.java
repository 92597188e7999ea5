// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.hpke.X25519;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.wrap.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The vectors of Wycheproof for what has public keys, in our hands or the JDK's. */
@ReferenceTest
@Tag("fast")
class PublicKeyVectorsTest {
  private static final String TABLE = "Test vectors of Wycheproof";
  private static final String BOUND = "each as it says";

  @Test
  void knowsSignaturesOfEd25519(Report report) throws Exception {
    int valid = 0;
    for (Vector vector : Vector.of("ed25519", 151)) {
      VendorKey key = VendorKey.of(vector.groupBytes("pk"));
      boolean isValid = key.verifies(vector.bytes("msg"), vector.bytes("sig"));
      assertEquals(vector.isValid(), isValid, vector.text());
      valid += isValid ? 1 : 0;
    }
    assertEquals(88, valid);
    report.add(TABLE, "Ed25519", "151", BOUND);
  }

  @Test
  void agreesByX25519OnWhatIsNotZero(Report report) throws Exception {
    String zero = "00".repeat(32);
    int refused = 0;
    for (Vector vector : Vector.of("x25519", 518)) {
      try (X25519 key = new X25519(vector.bytes("private"))) {
        Optional<byte[]> agreed = key.agree(vector.bytes("public"));
        String found = agreed.map(HexFormat.of()::formatHex).orElse(zero);
        assertEquals(vector.text("shared"), found, vector.text());
        assertEquals(vector.has("ZeroSharedSecret"), agreed.isEmpty(), vector.text());
        refused += agreed.isEmpty() ? 1 : 0;
      }
    }
    assertEquals(31, refused);
    report.add(TABLE, "X25519", "518", BOUND + ", and 31 that agree on zero are refused");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void makesKeysOfSeedsByMlKem768(Report report) throws Exception {
    int refused = 0;
    for (Vector vector : Vector.of("mlkem_768", 193)) {
      byte[] line = identity(vector.bytes("seed"));
      if (vector.bytes("seed").length == 64) {
        String recipient = Identity.read(line).recipient().line();
        byte[] key =
            Base64.getUrlDecoder().decode(recipient.substring(recipient.lastIndexOf(':') + 1));
        byte[] second = Arrays.copyOfRange(key, 32, 32 + 1184);
        assertArrayEquals(vector.bytes("ek"), second, "key " + vector.number("tcId"));
      } else {
        refused++;
        assertThrows(Malformed.class, () -> Identity.read(line));
      }
    }
    assertEquals(20, refused);
    report.add(TABLE, "ML-KEM-768, keys of seeds", "193", BOUND);
  }

  /** The line of an identity with a seed, and otherwise zeros. */
  private static byte[] identity(byte[] seed) throws GeneralSecurityException {
    byte[] head = "modelward-identity-1:x25519-mlkem768:".getBytes(StandardCharsets.US_ASCII);
    byte[] key = new byte[32 + seed.length + 4];
    System.arraycopy(seed, 0, key, 32, seed.length);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(head);
    digest.update(key, 0, 32 + seed.length);
    System.arraycopy(digest.digest(), 0, key, 32 + seed.length, 4);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    return (new String(head, StandardCharsets.US_ASCII) + text).getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void opensCiphertextsByMlKem768(Report report) throws Exception {
    int valid = 0;
    int refused = 0;
    for (Vector vector : Vector.of("mlkem_768", 193)) {
      byte[] seed = vector.bytes("seed");
      byte[] ciphertext = vector.bytes("c");
      if (vector.isValid()) {
        valid++;
        assertArrayEquals(vector.bytes("K"), opened(seed, ciphertext), vector.text());
      } else if (seed.length == 64) {
        refused++;
        assertThrows(DecapsulateException.class, () -> opened(seed, ciphertext));
      }
    }
    assertEquals(153, valid);
    assertEquals(20, refused);
    report.add(TABLE, "ML-KEM-768, ciphertexts", "173 of 193", BOUND);
  }

  private static byte[] opened(byte[] seed, byte[] ciphertext) throws GeneralSecurityException {
    return KEM.getInstance("ML-KEM-768")
        .newDecapsulator(pair(seed).getPrivate())
        .decapsulate(ciphertext)
        .getEncoded();
  }

  private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("ML-KEM-768");
    generator.initialize(new NamedParameterSpec("ML-KEM-768"), new FixedRandom(seed));
    return generator.generateKeyPair();
  }

  /** Fixed bytes in order. */
  private static final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient byte[] fixed;
    private int at;

    FixedRandom(byte[] fixed) {
      this.fixed = fixed;
    }

    @Override
    @NonNullByDefault({})
    public void nextBytes(byte[] bytes) {
      System.arraycopy(fixed, at, bytes, 0, bytes.length);
      at += bytes.length;
    }
  }
}
