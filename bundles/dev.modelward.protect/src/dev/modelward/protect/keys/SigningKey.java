// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.runtime.sign.Signer;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A signing key of the vendor's at work (Ed25519, RFC 8032), until it is closed. */
public final class SigningKey implements Signer, AutoCloseable {
  private final KeyEntry.Signing entry;
  private final Secret seed;

  /** A signer that takes over the seed of its key. */
  SigningKey(KeyEntry.Signing entry, Secret seed) {
    this.entry = entry;
    this.seed = seed;
  }

  /** What a ring says openly of the key that grows of a seed. */
  static KeyEntry.Signing entry(Secret seed, Instant created) {
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed.array(), 0, publicKey, 0);
    return new KeyEntry.Signing(HexFormat.of().formatHex(publicKey), created);
  }

  /** The newest signing key of a ring. */
  public static SigningKey of(KeyRing ring) throws IOException, KeyRingException {
    Optional<KeyEntry.Signing> newest = ring.listing().signing();
    if (newest.isEmpty()) {
      throw new KeyRingException.Missing(
          ring.toString(), "a signing key", "none", "make a ring with 'modelward keys create'");
    }
    return ring.signer(newest.get().id());
  }

  /** The id of the key. */
  public String id() {
    return entry.id();
  }

  @Override
  public VendorKey key() {
    return VendorKey.of(HexFormat.of().parseHex(entry.publicKey()));
  }

  @Override
  public byte[] sign(byte[] message) {
    try (Secret copy = seed.copy()) {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(new Seed(copy));
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /** The seed as the JDK takes it, which reads our array and makes no key of its own. */
  private static final class Seed implements EdECPrivateKey {
    private static final long serialVersionUID = 1L;

    private final transient Secret secret;

    Seed(Secret secret) {
      this.secret = secret;
    }

    @Override
    public Optional<byte[]> getBytes() {
      return Optional.of(secret.array());
    }

    @Override
    public NamedParameterSpec getParams() {
      return NamedParameterSpec.ED25519;
    }

    @Override
    public String getAlgorithm() {
      return "EdDSA";
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
    seed.close();
  }

  @Override
  public String toString() {
    return "signer " + id();
  }
}
