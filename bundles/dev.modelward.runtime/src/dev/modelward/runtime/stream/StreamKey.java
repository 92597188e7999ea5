// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.util.Arrays;

/**
 * The secret that streams are sealed and opened with, until it is closed; its bytes must have been
 * drawn at random or come from a key derivation.
 */
public final class StreamKey implements AutoCloseable {
  /** The number of bytes of a key. */
  public static final int LENGTH = 32;

  private final byte[] bytes;
  private boolean isClosed;

  private StreamKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A key of a copy of the bytes, which stay the caller's to erase. */
  public static StreamKey of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a key has %d bytes".formatted(LENGTH));
    }
    return new StreamKey(bytes.clone());
  }

  /** What HKDF-Expand with SHA-512 makes of this key. */
  synchronized byte[] expand(byte[] info, int length) {
    if (isClosed) {
      throw new IllegalStateException("the key is closed");
    }
    return Hkdf.sha512().expand(bytes, info, length);
  }

  /** Zeroes the key, which is of no use from then on. */
  @Override
  public synchronized void close() {
    isClosed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "a stream key";
  }
}
