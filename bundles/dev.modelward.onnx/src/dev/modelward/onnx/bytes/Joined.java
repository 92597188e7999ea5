// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several runs of bytes, one after the other, as one. */
final class Joined implements Bytes {
  private final List<Range> parts;
  private final long[] ends;

  private Joined(List<Range> parts) {
    this.parts = List.copyOf(parts);
    this.ends = new long[parts.size()];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += parts.get(i).size();
      ends[i] = end;
    }
  }

  static Bytes of(List<Bytes> parts) {
    List<Range> flat = new ArrayList<>();
    for (Bytes part : parts) {
      addNonEmpty(flat, part);
    }
    return switch (flat.size()) {
      case 0 -> EMPTY;
      case 1 -> flat.get(0);
      default -> new Joined(flat);
    };
  }

  private static void addNonEmpty(List<Range> flat, Bytes part) {
    if (part.size() == 0) {
      return;
    }
    switch (part) {
      case Range range -> flat.add(range);
      case Joined joined -> flat.addAll(joined.parts);
    }
  }

  @Override
  public long size() {
    return ends[ends.length - 1];
  }

  @Override
  public byte at(long index) {
    int part = partOf(index);
    return parts.get(part).at(index - startOf(part));
  }

  @Override
  public Bytes slice(long from, long to) {
    if (from < 0 || from > to || to > size()) {
      throw new IndexOutOfBoundsException(from + " to " + to + " of " + size());
    }
    List<Bytes> inside = new ArrayList<>();
    for (int i = from == to ? parts.size() : partOf(from); i < parts.size(); i++) {
      long start = startOf(i);
      if (start >= to) {
        break;
      }
      long first = Math.max(from, start) - start;
      inside.add(parts.get(i).slice(first, Math.min(to, ends[i]) - start));
    }
    return of(inside);
  }

  @Override
  public ByteBuffer buffer() {
    if (size() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "expected at most %d bytes, found %d".formatted(Integer.MAX_VALUE, size()));
    }
    return new Range(ByteBuffer.wrap(toArray()), offsetOf(0)).buffer();
  }

  @Override
  public long offsetOf(long index) {
    int part = partOf(Math.min(index, size() - 1));
    return parts.get(part).offsetOf(index - startOf(part));
  }

  @Override
  public List<ByteBuffer> pieces() {
    return parts.stream().map(Range::buffer).toList();
  }

  @Override
  public String toString() {
    return size() + " bytes in " + parts.size() + " pieces";
  }

  private int partOf(long index) {
    int found = Arrays.binarySearch(ends, index);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private long startOf(int part) {
    return part == 0 ? 0 : ends[part - 1];
  }
}
