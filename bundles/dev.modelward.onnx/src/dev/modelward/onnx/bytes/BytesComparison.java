// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.nio.ByteBuffer;
import java.util.Iterator;

/** Compares runs of bytes piece by piece, at the speed of memory. */
final class BytesComparison {
  private BytesComparison() {}

  /** The first index at which two runs of equal size differ, or -1. */
  static long mismatch(Bytes left, Bytes right) {
    Iterator<ByteBuffer> lefts = left.pieces().iterator();
    Iterator<ByteBuffer> rights = right.pieces().iterator();
    ByteBuffer a = ByteBuffer.allocate(0);
    ByteBuffer b = ByteBuffer.allocate(0);
    long at = 0;
    while (at < left.size()) {
      a = filled(a, lefts);
      b = filled(b, rights);
      int length = Math.min(a.remaining(), b.remaining());
      int found = a.slice(a.position(), length).mismatch(b.slice(b.position(), length));
      if (found >= 0) {
        return at + found;
      }
      a.position(a.position() + length);
      b.position(b.position() + length);
      at += length;
    }
    return -1;
  }

  private static ByteBuffer filled(ByteBuffer current, Iterator<ByteBuffer> rest) {
    ByteBuffer buffer = current;
    while (!buffer.hasRemaining()) {
      buffer = rest.next();
    }
    return buffer;
  }
}
