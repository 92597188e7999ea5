// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

/**
 * Which records of those there are, and in which order; selections are applied one after another.
 */
public sealed interface Selection {

  /** The records from a number up to, not including, another. */
  record Span(long from, long to) implements Selection {
    /** Refuses a span that ends before it begins. */
    public Span {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("records %d to %d".formatted(from, to));
      }
    }
  }

  /**
   * The records between two fractions of their number, each rounded down: (0, .8) and (.8, 1) split
   * them without overlap or gap.
   */
  record Part(double from, double to) implements Selection {
    /** Refuses what is no part of a whole. */
    public Part {
      if (!(from >= 0 && from <= to && to <= 1)) {
        throw new IllegalArgumentException("fractions %s to %s".formatted(from, to));
      }
    }
  }

  /**
   * All records in an order drawn from a seed: Fisher and Yates from the last record down, by
   * {@code new SplitMix64(seed).below(i + 1)}.
   */
  record Shuffle(long seed) implements Selection {}

  /**
   * Every so-many-th record, beginning with one of the first: disjoint shares for several readers.
   */
  record Shard(int index, int of) implements Selection {
    /** Refuses a share that is none of them. */
    public Shard {
      if (index < 0 || index >= of) {
        throw new IllegalArgumentException("share %d of %d".formatted(index, of));
      }
    }
  }
}
