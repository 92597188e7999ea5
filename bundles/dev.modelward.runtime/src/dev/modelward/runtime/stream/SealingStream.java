// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A stream that seals what is written to it; it leaves the stream below open. Only {@link #finish}
 * makes the message whole: one that is closed before is truncated, and will not open.
 */
public final class SealingStream extends OutputStream {
  private final OutputStream out;
  private final ChunkCipher cipher;
  private final byte[] buffer = new byte[Framing.CHUNK];
  private int filled;
  private long chunk;
  private boolean isOver;

  private SealingStream(OutputStream out, ChunkCipher cipher) {
    this.out = out;
    this.cipher = cipher;
  }

  /**
   * A stream of a message under a key, which opens with the same context only; the context may be
   * empty.
   */
  public static SealingStream to(OutputStream out, StreamKey key, byte[] context)
      throws IOException {
    byte[] salt = new byte[Framing.SALT];
    new SecureRandom().nextBytes(salt);
    return withInsecureFixedSalt(out, key, context, salt);
  }

  /** A stream whose salt is given: no two messages under a key may ever have the same. */
  static SealingStream withInsecureFixedSalt(
      OutputStream out, StreamKey key, byte[] context, byte[] salt) throws IOException {
    ChunkCipher cipher = new ChunkCipher(key, salt, context);
    out.write(salt);
    out.write(cipher.commitment());
    return new SealingStream(out, cipher);
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  @NonNullByDefault({})
  public void write(byte[] bytes, int offset, int length) throws IOException {
    checkNotOver();
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int part = Math.min(end - at, buffer.length - filled);
      System.arraycopy(bytes, at, buffer, filled, part);
      at += part;
      filled += part;
      if (filled == buffer.length) {
        seal();
      }
    }
  }

  private void seal() throws IOException {
    byte[] sealed = cipher.seal(chunk++, buffer, filled);
    filled = 0;
    out.write(sealed);
  }

  /** Writes the last chunk, after which nothing can be written. */
  public void finish() throws IOException {
    checkNotOver();
    seal();
    out.flush();
    close();
  }

  private void checkNotOver() throws IOException {
    if (isOver) {
      throw new IOException("the message is finished or given up");
    }
  }

  /** Zeroes what is secret. */
  @Override
  public void close() {
    isOver = true;
    cipher.close();
    Arrays.fill(buffer, (byte) 0);
  }
}
