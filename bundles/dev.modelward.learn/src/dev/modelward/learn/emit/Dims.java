// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Arithmetic with sizes. */
public final class Dims {
  private Dims() {}

  public static List<Long> of(long... sizes) {
    return LongStream.of(sizes).boxed().toList();
  }

  public static long product(List<Long> sizes) {
    return sizes.stream().reduce(1L, Math::multiplyExact);
  }

  /** The sizes that two values have together when the smaller ones are repeated. */
  public static List<Long> broadcast(List<Long> left, List<Long> right) {
    int rank = Math.max(left.size(), right.size());
    List<Long> padded = padded(left, rank);
    List<Long> other = padded(right, rank);
    return IntStream.range(0, rank)
        .mapToObj(i -> padded.get(i) == 1 ? other.get(i) : padded.get(i))
        .toList();
  }

  /** The same sizes with ones before them. */
  public static List<Long> padded(List<Long> sizes, int rank) {
    List<Long> padded = new ArrayList<>(Collections.nCopies(rank - sizes.size(), 1L));
    padded.addAll(sizes);
    return padded;
  }

  public static List<Long> permuted(List<Long> sizes, List<Long> order) {
    return order.stream().map(axis -> sizes.get(axis.intValue())).toList();
  }

  public static List<Long> with(List<Long> sizes, int axis, long size) {
    List<Long> changed = new ArrayList<>(sizes);
    changed.set(axis, size);
    return changed;
  }

  /** The numbers from one up to another, without it. */
  public static List<Long> range(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  public static List<Long> joined(List<Long> first, List<Long> second) {
    List<Long> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
