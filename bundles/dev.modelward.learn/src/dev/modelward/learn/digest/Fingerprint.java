// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of lines and bytes, one after the other. */
public final class Fingerprint {
  private final MessageDigest digest;

  /** The fingerprint of nothing yet. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a line of UTF-8. */
  public void add(String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the bytes that remain in a buffer, which stays as it is. */
  public void add(ByteBuffer bytes) {
    digest.update(bytes.duplicate());
  }

  /** All of it, in hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
