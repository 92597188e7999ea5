// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.provenance;

/** Whoever vouches for files towards verifiers that know nothing of ours. */
public interface Attestor {
  /** The key that tells what was vouched for. */
  AttestorKey key();

  /** The signature of a message: ECDSA on P-256 with SHA-256, in DER. */
  byte[] sign(byte[] message);
}
