// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.provenance;

import dev.modelward.protect.keys.Secret;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.HexFormat;

/** The curve P-256 of the JDK. */
final class P256 {
  private static final ECGenParameterSpec NAME = new ECGenParameterSpec("secp256r1");
  private static final int BYTES = 32;

  private P256() {}

  static ECParameterSpec parameters() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(NAME);
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  static AttestingKey generate() {
    KeyPair pair = pair();
    if (!(pair.getPublic() instanceof ECPublicKey open)
        || !(pair.getPrivate() instanceof ECPrivateKey secret)) {
      throw new IllegalStateException("this Java makes keys on P-256 that are none");
    }
    ECPoint point = open.getW();
    HexFormat hex = HexFormat.of();
    String x = hex.formatHex(bytes(point.getAffineX()));
    String y = hex.formatHex(bytes(point.getAffineY()));
    byte[] number = bytes(secret.getS());
    try {
      return new AttestingKey(new AttestorKey("04" + x + y), Secret.of(number));
    } finally {
      Arrays.fill(number, (byte) 0);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(NAME);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  /** The bytes of a number below 2^256, the first one first. */
  private static byte[] bytes(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[BYTES];
    int length = Math.min(BYTES, signed.length);
    System.arraycopy(signed, signed.length - length, bytes, BYTES - length, length);
    Arrays.fill(signed, (byte) 0);
    return bytes;
  }
}
