// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/**
 * An immutable run of bytes: a range of a mapped file or an array, or several of these in a row.
 */
public sealed interface Bytes permits Range, Joined {

  /** No bytes at all. */
  Bytes EMPTY = of(new byte[0]);

  /** The number of bytes. */
  long size();

  /** The byte at an index. */
  byte at(long index);

  /** The bytes from one index up to another, sharing memory with these. */
  Bytes slice(long from, long to);

  /**
   * A read-only little-endian view of these bytes, without a copy where they lie in one piece.
   *
   * @throws IllegalArgumentException if they are more than one buffer can hold
   */
  ByteBuffer buffer();

  /** The offset in the file (or array) these bytes came from that belongs to an index. */
  long offsetOf(long index);

  /** The pieces of memory in which these bytes lie, in order. */
  List<ByteBuffer> pieces();

  /** Bytes of a copy of an array. */
  static Bytes of(byte[] array) {
    return new Range(ByteBuffer.wrap(array.clone()), 0);
  }

  /** Bytes of a text in UTF-8. */
  static Bytes of(String text) {
    return new Range(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /** Bytes of a buffer that the caller promises never to change, without a copy. */
  static Bytes wrap(ByteBuffer buffer) {
    return new Range(buffer.slice(), 0);
  }

  /** Several runs of bytes, one after the other. */
  static Bytes join(List<Bytes> parts) {
    return Joined.of(parts);
  }

  /** A part of a file, mapped, not read. */
  static Bytes map(Path file, long offset, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return FileRanges.map(channel, offset, length);
    }
  }

  /** Writes these bytes to a channel. */
  default void writeTo(WritableByteChannel channel) throws IOException {
    for (ByteBuffer piece : pieces()) {
      while (piece.hasRemaining()) {
        channel.write(piece);
      }
    }
  }

  /** Adds these bytes to a digest. */
  default void addTo(MessageDigest digest) {
    pieces().forEach(digest::update);
  }

  /** A copy of these bytes. */
  default byte[] toArray() {
    byte[] copy = new byte[Math.toIntExact(size())];
    int at = 0;
    for (ByteBuffer piece : pieces()) {
      int length = piece.remaining();
      piece.get(copy, at, length);
      at += length;
    }
    return copy;
  }

  /** Whether these bytes equal others, byte for byte. */
  default boolean sameAs(Bytes other) {
    return size() == other.size() && BytesComparison.mismatch(this, other) < 0;
  }
}
