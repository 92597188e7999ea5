// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Seals with salts that are given, for vectors only. */
public final class InsecureFixedSalt {
  private InsecureFixedSalt() {}

  /** A message sealed with a salt of 24 bytes. */
  public static byte[] seal(StreamKey key, byte[] context, byte[] salt, byte[] message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealingStream to = SealingStream.withInsecureFixedSalt(out, key, context, salt)) {
      to.write(message);
      to.finish();
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return out.toByteArray();
  }
}
