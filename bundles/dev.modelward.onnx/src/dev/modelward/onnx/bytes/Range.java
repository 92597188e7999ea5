// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Bytes that lie in one piece of memory. */
final class Range implements Bytes {
  private final ByteBuffer memory;
  private final long offset;

  Range(ByteBuffer memory, long offset) {
    this.memory = memory.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    this.offset = offset;
  }

  @Override
  public long size() {
    return memory.limit();
  }

  @Override
  public byte at(long index) {
    return memory.get(Math.toIntExact(index));
  }

  @Override
  public Bytes slice(long from, long to) {
    int start = Math.toIntExact(from);
    return new Range(memory.slice(start, Math.toIntExact(to - from)), offset + from);
  }

  @Override
  public ByteBuffer buffer() {
    return memory.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public long offsetOf(long index) {
    return offset + index;
  }

  @Override
  public List<ByteBuffer> pieces() {
    return List.of(buffer());
  }

  @Override
  public String toString() {
    return size() + " bytes at " + offset;
  }
}
