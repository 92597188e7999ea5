// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * The message of a sealed stream of which any part can be read, and whose length is authentic; for
 * one thread.
 */
public final class SealedMessage implements AutoCloseable {
  private final SealedSource source;
  private final ChunkCipher cipher;
  private final Framing framing;

  private SealedMessage(SealedSource source, ChunkCipher cipher, Framing framing) {
    this.source = source;
    this.cipher = cipher;
    this.framing = framing;
  }

  /** The message of a source that was sealed with this key and context, and has its end. */
  public static SealedMessage of(SealedSource source, StreamKey key, byte[] context)
      throws IOException {
    Framing framing = Framing.ofSealed(source.size());
    byte[] header = bytes(source, 0, Framing.HEADER);
    SealedMessage message =
        new SealedMessage(source, ChunkCipher.of(header, key, context), framing);
    try {
      Arrays.fill(message.chunk(framing.wholeChunks()), (byte) 0);
      return message;
    } catch (IOException e) {
      message.close();
      throw e;
    }
  }

  private static byte[] bytes(SealedSource source, long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    source.read(offset, ByteBuffer.wrap(bytes));
    return bytes;
  }

  /** The number of bytes of the message. */
  public long size() {
    return framing.size();
  }

  /** The number of chunks, of which the last may be empty. */
  public long chunks() {
    return framing.chunks();
  }

  /** The part of the message in a chunk, counted from zero. */
  public byte[] chunk(long index) throws IOException {
    Objects.checkIndex(index, chunks());
    int length = framing.length(index) + Framing.TAG;
    return cipher.open(index, bytes(source, Framing.offset(index), length));
  }

  /**
   * Fills the rest of a buffer with the message from a place on; where it fails, with none of it.
   */
  public void read(long offset, ByteBuffer into) throws IOException {
    Objects.checkFromIndexSize(offset, into.remaining(), size());
    ByteBuffer rest = into.duplicate();
    try {
      fill(offset, rest);
    } catch (IOException e) {
      erase(into.duplicate().limit(rest.position()));
      throw e;
    }
    into.position(into.limit());
  }

  private void fill(long offset, ByteBuffer into) throws IOException {
    for (long at = offset; into.hasRemaining(); ) {
      byte[] chunk = chunk(at / Framing.CHUNK);
      int from = (int) (at % Framing.CHUNK);
      int part = Math.min(chunk.length - from, into.remaining());
      into.put(chunk, from, part);
      Arrays.fill(chunk, (byte) 0);
      at += part;
    }
  }

  private static void erase(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      buffer.put((byte) 0);
    }
  }

  /** Zeroes what is secret; the message cannot be read from then on. */
  @Override
  public void close() {
    cipher.close();
  }
}
