// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A stream of the message in a sealed stream. What it hands out is authentic and in its place, but
 * only its end says that the message was whole. It leaves the stream below open.
 */
public final class OpeningStream extends InputStream {
  private final InputStream in;
  private final ChunkCipher cipher;
  private byte[] opened = new byte[0];
  private int at;
  private long chunk;
  private State state = State.MORE;

  /** How far the sealed stream has been read. */
  private enum State {
    MORE,
    LAST,
    REFUSED,
    CLOSED
  }

  private OpeningStream(InputStream in, ChunkCipher cipher) {
    this.in = in;
    this.cipher = cipher;
  }

  /** The message of a stream that was sealed with this key and context. */
  public static OpeningStream of(InputStream in, StreamKey key, byte[] context) throws IOException {
    return new OpeningStream(in, ChunkCipher.of(in.readNBytes(Framing.HEADER), key, context));
  }

  @Override
  public int read() throws IOException {
    return isAtEnd() ? -1 : opened[at++] & 0xff;
  }

  @Override
  @NonNullByDefault({})
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int part = Math.min(length, opened.length - at);
    System.arraycopy(opened, at, into, offset, part);
    at += part;
    return part;
  }

  private boolean isAtEnd() throws IOException {
    switch (state) {
      case REFUSED -> throw new StreamException();
      case CLOSED -> throw new IOException("the stream is closed");
      case MORE -> advance();
      case LAST -> {}
    }
    return at == opened.length;
  }

  private void advance() throws IOException {
    if (at < opened.length) {
      return;
    }
    erase();
    byte[] sealed = in.readNBytes(Framing.SEALED_CHUNK);
    try {
      opened = cipher.open(chunk++, sealed);
    } catch (StreamException e) {
      state = State.REFUSED;
      throw e;
    }
    if (opened.length < Framing.CHUNK) {
      state = State.LAST;
    }
  }

  private void erase() {
    Arrays.fill(opened, (byte) 0);
    opened = new byte[0];
    at = 0;
  }

  /** Zeroes what is secret. */
  @Override
  public void close() {
    state = State.CLOSED;
    cipher.close();
    erase();
  }
}
