// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Byte strings one behind the other, with no copy left in between. */
public final class Parts {
  private Parts() {}

  /** All of them as one. */
  public static byte[] join(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  /** The SHA-256 of all of them. */
  public static byte[] sha256(byte[]... parts) {
    MessageDigest digest = sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** A fresh SHA-256 of the JDK. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Zeroes them. */
  public static void erase(byte[]... parts) {
    for (byte[] part : parts) {
      Arrays.fill(part, (byte) 0);
    }
  }
}
