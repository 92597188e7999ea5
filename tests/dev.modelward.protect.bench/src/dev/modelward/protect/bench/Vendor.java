// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.bench;

import dev.modelward.runtime.sign.Signer;
import dev.modelward.runtime.sign.VendorKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;

/** A vendor for as long as a benchmark runs. */
record Vendor(KeyPair pair) implements Signer {

  static Vendor fresh() throws GeneralSecurityException {
    return new Vendor(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
  }

  @Override
  public VendorKey key() {
    byte[] encoded = pair.getPublic().getEncoded();
    int from = encoded.length - VendorKey.LENGTH;
    return VendorKey.of(Arrays.copyOfRange(encoded, from, encoded.length));
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
