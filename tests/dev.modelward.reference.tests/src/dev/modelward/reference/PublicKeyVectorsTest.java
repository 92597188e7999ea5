// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.hpke.X25519;
import dev.modelward.runtime.sign.VendorKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
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
  void makesKeysOfSeedsAndOpensCiphertextsByMlKem768(Report report) throws Exception {
    int valid = 0;
    for (Vector vector : Vector.of("mlkem_768", 193)) {
      KeyPair pair = pair(vector.bytes("seed"));
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 1184, encoded.length);
      assertArrayEquals(vector.bytes("ek"), raw, "key " + vector.number("tcId"));
      KEM.Decapsulator kem = KEM.getInstance("ML-KEM-768").newDecapsulator(pair.getPrivate());
      byte[] ciphertext = vector.bytes("c");
      if (vector.isValid()) {
        valid++;
        assertArrayEquals(vector.bytes("K"), kem.decapsulate(ciphertext).getEncoded());
      } else {
        assertThrows(DecapsulateException.class, () -> kem.decapsulate(ciphertext));
      }
    }
    assertEquals(153, valid);
    report.add(TABLE, "ML-KEM-768", "193", BOUND);
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
    public void nextBytes(byte[] bytes) {
      System.arraycopy(fixed, at, bytes, 0, bytes.length);
      at += bytes.length;
    }
  }
}
