// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.sealed;

import dev.modelward.runtime.sign.Signer;
import dev.modelward.runtime.sign.VendorKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A vendor whose secret key is one byte, 32 times, and known to everybody. */
public final class InsecureVendor implements Signer {
  private final KeyPair pair;

  /** The vendor of a byte. */
  public InsecureVendor(int number) {
    this.pair = pair((byte) number);
  }

  private static KeyPair pair(byte number) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Loaded(number));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  @Override
  public VendorKey key() {
    byte[] encoded = pair.getPublic().getEncoded();
    return VendorKey.of(
        Arrays.copyOfRange(encoded, encoded.length - VendorKey.LENGTH, encoded.length));
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 does not sign", e);
    }
  }

  /** A die with the same number on all sides. */
  @NonNullByDefault({})
  private static final class Loaded extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final byte number;

    Loaded(byte number) {
      this.number = number;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, number);
    }
  }
}
