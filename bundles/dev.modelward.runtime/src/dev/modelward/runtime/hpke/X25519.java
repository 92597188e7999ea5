// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import dev.modelward.runtime.secret.Material;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** A private key of X25519 (RFC 7748) until it is closed. */
public final class X25519 implements AutoCloseable {
  /** Bytes of a private key, of a public one, and of what two keys agree on. */
  public static final int LENGTH = 32;

  private final Scalar scalar;

  /** A key of a copy of the bytes, which stay the caller's to erase. */
  public X25519(byte[] bytes) {
    this.scalar = new Scalar(checked(bytes));
  }

  private static byte[] checked(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a key of X25519 has %d bytes".formatted(LENGTH));
    }
    return bytes;
  }

  /** A new key. */
  public static X25519 generate() {
    byte[] bytes = new byte[LENGTH];
    new SecureRandom().nextBytes(bytes);
    try {
      return new X25519(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The public key. */
  public byte[] publicKey() {
    byte[] basePoint = new byte[LENGTH];
    basePoint[0] = 9;
    return agree(basePoint).orElseThrow();
  }

  /** What this key and a public one agree on, or nothing where every key would agree on zero. */
  public Optional<byte[]> agree(byte[] publicKey) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(scalar);
      agreement.doPhase(point(checked(publicKey)), true);
      return Optional.of(agreement.generateSecret());
    } catch (InvalidKeyException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no X25519", e);
    }
  }

  private static PublicKey point(byte[] bytes) throws GeneralSecurityException {
    byte[] bigEndian = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bigEndian[i] = bytes[LENGTH - 1 - i];
    }
    bigEndian[0] &= 0x7f;
    BigInteger u = new BigInteger(1, bigEndian);
    return KeyFactory.getInstance("X25519")
        .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u));
  }

  /** Zeroes the key, which is of no use from then on. */
  @Override
  public void close() {
    scalar.destroy();
  }

  @Override
  public String toString() {
    return scalar.toString();
  }

  /** The key as the JDK takes it. */
  private static final class Scalar extends Material implements XECPrivateKey {
    private static final long serialVersionUID = 1;

    Scalar(byte[] bytes) {
      super("X25519", bytes);
    }

    @Override
    public Optional<byte[]> getScalar() {
      // no copy, which would stay in memory: the JDK only reads it
      return Optional.of(bytes());
    }

    @Override
    public AlgorithmParameterSpec getParams() {
      return NamedParameterSpec.X25519;
    }
  }
}
