// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.records.DataException;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of chosen records in their order: every step-th of all, or of a permutation. */
final class Order {
  private final List<int[]> permutation;
  private final long first;
  private final long step;
  private final long size;

  private Order(List<int[]> permutation, long first, long step, long size) {
    this.permutation = permutation;
    this.first = first;
    this.step = step;
    this.size = size;
  }

  /** All records in the order of their files. */
  static Order of(long count) {
    return new Order(List.of(), 0, 1, count);
  }

  long size() {
    return size;
  }

  /** Whether each record lies behind the one before it. */
  boolean isForwards() {
    return permutation.isEmpty();
  }

  /** The number of a record in the order of the files. */
  long at(long index) {
    long at = first + index * step;
    return permutation.isEmpty() ? at : permutation.getFirst()[(int) at];
  }

  /** Applies a selection; what cannot be chosen is blamed on a place. */
  Order select(Selection selection, String place) throws DataException {
    return switch (selection) {
      case Selection.Span span -> span(span, place);
      case Selection.Part part -> sub((long) (part.from() * size), (long) (part.to() * size));
      case Selection.Shuffle shuffle -> shuffle(shuffle.seed(), place);
      case Selection.Shard shard -> shard(shard);
    };
  }

  private Order span(Selection.Span span, String place) throws DataException {
    if (span.to() > size) {
      throw new DataException(place, "at least " + span.to() + " records", Long.toString(size));
    }
    return sub(span.from(), span.to());
  }

  private Order sub(long from, long to) {
    return new Order(permutation, first + from * step, step, to - from);
  }

  private Order shard(Selection.Shard shard) {
    long chosen = (size - shard.index() + shard.of() - 1) / shard.of();
    return new Order(
        permutation, first + shard.index() * step, step * shard.of(), Math.max(0, chosen));
  }

  private Order shuffle(long seed, String place) throws DataException {
    if (at(Math.max(0, size - 1)) > Integer.MAX_VALUE - 8 || size > Integer.MAX_VALUE - 8) {
      throw new DataException(place, "fewer than 2^31 records to shuffle", size + " records");
    }
    int[] order = IntStream.range(0, (int) size).map(i -> (int) at(i)).toArray();
    SplitMix64 lot = new SplitMix64(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = lot.below(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return new Order(List.of(order), 0, 1, order.length);
  }
}
