// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** How often numbers fall into each of some equal parts of a range. */
public record Histogram(double low, double high, List<Long> counts) {

  /** Keeps its own copy, and refuses a range without parts. */
  public Histogram {
    counts = List.copyOf(counts);
    if (counts.isEmpty() || !(low <= high)) {
      throw new IllegalArgumentException(
          "expected parts of a range, found %d from %s to %s".formatted(counts.size(), low, high));
    }
  }

  /** The counts of so many parts from 0 to 1. */
  static Histogram ofLevels(long... counts) {
    return new Histogram(0, 1, LongStream.of(counts).boxed().toList());
  }

  /** Some numbers, those that are finite, in so many parts between the least and the greatest. */
  public static Histogram of(int parts, double... numbers) {
    double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(0);
    Long[] counts = new Long[parts];
    Arrays.fill(counts, 0L);
    for (double number : finite) {
      counts[part(parts, (number - low) / (high - low))]++;
    }
    return new Histogram(low, high, List.of(counts));
  }

  /** Which of so many parts has a place from 0 to 1; the first if there is no range. */
  static int part(int parts, double place) {
    return Math.clamp((int) (place * parts), 0, parts - 1);
  }

  /** The height of the highest part. */
  public long highest() {
    return counts.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** How many numbers there are. */
  public long all() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** Where a part begins. */
  public double from(int part) {
    return low + (high - low) * part / counts.size();
  }
}
