// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import dev.modelward.runtime.secret.Parts;
import dev.modelward.runtime.stream.Hkdf;
import java.nio.charset.StandardCharsets;

/** The labeled key derivation of RFC 9180, section 4, with HKDF-SHA256, for one suite. */
final class Labels {
  private final byte[] suite;

  /** The derivation for a suite identifier. */
  Labels(byte[] suite) {
    this.suite = suite.clone();
  }

  byte[] extract(byte[] salt, String label, byte[] input) {
    byte[] labeled = Parts.join(ascii("HPKE-v1"), suite, ascii(label), input);
    try {
      return Hkdf.sha256().extract(salt, labeled);
    } finally {
      Parts.erase(labeled);
    }
  }

  byte[] expand(byte[] key, String label, byte[] info, int length) {
    byte[] size = {(byte) (length >>> 8), (byte) length};
    byte[] labeled = Parts.join(size, ascii("HPKE-v1"), suite, ascii(label), info);
    return Hkdf.sha256().expand(key, labeled, length);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
