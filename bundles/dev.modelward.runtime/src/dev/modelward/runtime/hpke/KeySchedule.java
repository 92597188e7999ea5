// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import dev.modelward.runtime.secret.AesGcm;
import dev.modelward.runtime.secret.Parts;

/** How a shared secret becomes the key and nonce of a message (RFC 9180, section 5.1). */
final class KeySchedule {
  private final Labels labels;
  private final int keyLength;

  /** The schedule for a cipher by its number in the RFC. */
  KeySchedule(int cipher, int keyLength) {
    byte[] suite = {0x00, 0x20, 0x00, 0x01, 0x00, (byte) cipher};
    this.labels = new Labels(Parts.join(Labels.ascii("HPKE"), suite));
    this.keyLength = keyLength;
  }

  /** The key, and behind it the nonce of the first message. */
  byte[] derive(byte[] shared, byte[] psk, byte[] pskId, byte[] info) {
    byte[] none = {};
    byte[] mode = {(byte) (psk.length == 0 ? 0 : 1)};
    byte[] context =
        Parts.join(
            mode,
            labels.extract(none, "psk_id_hash", pskId),
            labels.extract(none, "info_hash", info));
    byte[] secret = labels.extract(shared, "secret", psk);
    byte[] key = labels.expand(secret, "key", context, keyLength);
    try {
      return Parts.join(key, labels.expand(secret, "base_nonce", context, AesGcm.NONCE));
    } finally {
      Parts.erase(secret, key);
    }
  }
}
