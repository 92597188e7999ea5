// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Unsupported;
import dev.modelward.runtime.secret.Parts;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KEM;
import javax.security.auth.DestroyFailedException;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** ML-KEM-768 (FIPS 203), which the JDK has from version 24 on. */
final class MlKem768 {
  static final int PUBLIC = 1184;
  static final int CIPHERTEXT = 1088;

  /** Bytes of d and, behind it, z, of which a key pair is made. */
  static final int SEED = 64;

  private static final String NAME = "ML-KEM-768";
  private static final byte[] X509 =
      HexFormat.of().parseHex("308204b2300b0609608648016503040402038204a100");

  private MlKem768() {}

  static byte[] publicKey(byte[] seed) throws Unsupported {
    KeyPair pair = pair(seed);
    destroy(pair);
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC, encoded.length);
  }

  static KEM.Encapsulated encapsulate(byte[] publicKey) throws Malformed, Unsupported {
    try {
      var spec = new X509EncodedKeySpec(Parts.join(X509, publicKey));
      var key = KeyFactory.getInstance(NAME).generatePublic(spec);
      return KEM.getInstance(NAME).newEncapsulator(key).encapsulate();
    } catch (InvalidKeyException e) {
      throw KeyLine.RECIPIENT.wrong();
    } catch (GeneralSecurityException e) {
      throw missing();
    }
  }

  /** The secret in a ciphertext, or where that was changed, one that nobody else knows. */
  static byte[] decapsulate(byte[] seed, byte[] ciphertext) throws Unsupported {
    KeyPair pair = pair(seed);
    try {
      var decapsulator = KEM.getInstance(NAME).newDecapsulator(pair.getPrivate());
      return decapsulator.decapsulate(ciphertext).getEncoded();
    } catch (GeneralSecurityException e) {
      throw missing();
    } finally {
      destroy(pair);
    }
  }

  // the JDK takes d and then z from the source of randomness; it has no way from a seed to a
  // key pair that is the same in all versions
  private static KeyPair pair(byte[] seed) throws Unsupported {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
      generator.initialize(new NamedParameterSpec(NAME), new InsecureFixedRandom(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw missing();
    }
  }

  private static void destroy(KeyPair pair) {
    try {
      pair.getPrivate().destroy();
    } catch (DestroyFailedException e) {
      // a Java that cannot; its copy stays until memory is collected
    }
  }

  private static Unsupported missing() {
    return new Unsupported("x25519-mlkem768 needs Java 24 or newer; use that, or a key of x25519");
  }

  /** The bytes of a seed, in order. */
  private static final class InsecureFixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final transient byte[] seed;
    private int at;

    InsecureFixedRandom(byte[] seed) {
      this.seed = seed;
    }

    @Override
    @NonNullByDefault({})
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, at, bytes, 0, bytes.length);
      at += bytes.length;
    }
  }
}
