// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.provenance;

import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** An attesting key of the vendor's at work (ECDSA on P-256, FIPS 186-5), until it is closed. */
public final class AttestingKey implements Attestor, AutoCloseable {
  private final AttestorKey key;
  private final Secret number;

  /** An attestor that takes over the secret number of its key. */
  AttestingKey(AttestorKey key, Secret number) {
    this.key = key;
    this.number = number;
  }

  /** A new key, which no ring keeps yet. */
  public static AttestingKey generate() {
    return P256.generate();
  }

  /** The attesting key of a ring, which gets one if it has none. */
  public static AttestingKey of(KeyRing ring) throws IOException, KeyRingException {
    Optional<KeyEntry.Attesting> there = ring.listing().attesting();
    KeyEntry.Attesting entry = there.isPresent() ? there.get() : made(ring);
    return new AttestingKey(new AttestorKey(entry.publicKey()), ring.attesting(entry));
  }

  private static KeyEntry.Attesting made(KeyRing ring) throws IOException, KeyRingException {
    try (AttestingKey fresh = generate()) {
      return ring.keepAttesting(fresh.key.point(), fresh.number);
    }
  }

  @Override
  public AttestorKey key() {
    return key;
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] copy = number.bytes();
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(new Scalar(copy));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ECDSA on P-256", e);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /** The number as the JDK takes it, which makes no key of its own and keeps none. */
  private static final class Scalar implements ECPrivateKey {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;

    Scalar(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public BigInteger getS() {
      return new BigInteger(1, bytes);
    }

    @Override
    public ECParameterSpec getParams() {
      return P256.parameters();
    }

    @Override
    public String getAlgorithm() {
      return "EC";
    }

    @Override
    public String getFormat() {
      return "none";
    }

    @Override
    public byte[] getEncoded() {
      return new byte[0];
    }
  }

  /** Zeroes the key, which signs nothing from then on. */
  @Override
  public void close() {
    number.close();
  }

  @Override
  public String toString() {
    return "attestor " + key.hint();
  }
}
