// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.stream.Hkdf;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The vectors of Wycheproof for what has secret keys, in our hands or the JDK's. */
@ReferenceTest
@Tag("fast")
class SecretKeyVectorsTest {
  private static final String TABLE = "Test vectors of Wycheproof";
  private static final String BOUND = "each as it says";

  @Test
  void derivesKeysByHkdfWithSha256(Report report) throws Exception {
    derives(Hkdf.sha256(), Vector.of("hkdf_sha256", 86), 83);
    report.add(TABLE, "HKDF with SHA-256", "86", BOUND);
  }

  @Test
  void derivesKeysByHkdfWithSha512(Report report) throws Exception {
    derives(Hkdf.sha512(), Vector.of("hkdf_sha512", 83), 80);
    report.add(TABLE, "HKDF with SHA-512", "83", BOUND);
  }

  private static void derives(Hkdf hkdf, List<Vector> vectors, int valid) {
    int derived = 0;
    for (Vector vector : vectors) {
      byte[] key = hkdf.extract(vector.bytes("salt"), vector.bytes("ikm"));
      byte[] info = vector.bytes("info");
      int size = vector.number("size");
      if (vector.isValid()) {
        derived++;
        assertArrayEquals(vector.bytes("okm"), hkdf.expand(key, info, size), vector.text());
      } else {
        assertThrows(IllegalArgumentException.class, () -> hkdf.expand(key, info, size));
      }
    }
    assertEquals(valid, derived);
  }

  @Test
  void authenticatesByHmacWithSha256(Report report) throws Exception {
    int valid = 0;
    for (Vector vector : Vector.of("hmac_sha256", 174)) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(vector.bytes("key"), "HmacSHA256"));
      byte[] tag = mac.doFinal(vector.bytes("msg"));
      byte[] cut = Arrays.copyOf(tag, vector.groupNumber("tagSize") / 8);
      assertEquals(vector.isValid(), Arrays.equals(vector.bytes("tag"), cut), vector.text());
      valid += vector.isValid() ? 1 : 0;
    }
    assertEquals(66, valid);
    report.add(TABLE, "HMAC with SHA-256", "174", BOUND);
  }

  private static boolean isOurs(Vector vector) {
    return vector.groupNumber("keySize") == 256
        && vector.groupNumber("ivSize") == 96
        && vector.groupNumber("tagSize") == 128;
  }

  @Test
  void sealsAndOpensByAesGcmWithTheSizesThatAreUsed(Report report) throws Exception {
    List<Vector> ours =
        Vector.of("aes_gcm", 316).stream().filter(SecretKeyVectorsTest::isOurs).toList();
    assertEquals(66, ours.size());
    assertEquals(39, ours.stream().filter(Vector::isValid).count());
    for (Vector vector : ours) {
      byte[] sealed = concat(vector.bytes("ct"), vector.bytes("tag"));
      if (vector.isValid()) {
        byte[] message = vector.bytes("msg");
        assertArrayEquals(message, run(Cipher.DECRYPT_MODE, vector, sealed), vector.text());
        assertArrayEquals(sealed, run(Cipher.ENCRYPT_MODE, vector, message), vector.text());
      } else {
        assertThrows(AEADBadTagException.class, () -> run(Cipher.DECRYPT_MODE, vector, sealed));
      }
    }
    report.add(TABLE, "AES-GCM: keys of 256, nonces of 96, tags of 128 bits", "66 of 316", BOUND);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] run(int mode, Vector vector, byte[] input) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec key = new SecretKeySpec(vector.bytes("key"), "AES");
    cipher.init(mode, key, new GCMParameterSpec(128, vector.bytes("iv")));
    cipher.updateAAD(vector.bytes("aad"));
    return cipher.doFinal(input);
  }
}
