// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.sign;

/** Whoever signs in a vendor's name. */
public interface Signer {
  /** The key that tells what was signed. */
  VendorKey key();

  /** The Ed25519 signature of a message. */
  byte[] sign(byte[] message);
}
