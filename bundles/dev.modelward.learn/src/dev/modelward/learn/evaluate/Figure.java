// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

/** What was measured by one metric over a number of records. */
public sealed interface Figure {

  /** The metric. */
  Metric metric();

  /** The number of records that were measured. */
  long count();

  /** The share or mean. */
  double value();

  /** Where it lies with a confidence of 95 %. */
  Interval interval();

  /** How many of the records are right. */
  record Share(Metric metric, long right, long count) implements Figure {
    /** Refuses what is no part of a whole. */
    public Share {
      if (right < 0 || right > count || count < 1) {
        throw new IllegalArgumentException("%d of %d".formatted(right, count));
      }
    }

    @Override
    public double value() {
      return (double) right / count;
    }

    @Override
    public Interval interval() {
      return Interval.ofShare(right, count);
    }
  }

  /** A mean over records, and the standard deviation of one record. */
  record Mean(Metric metric, double value, double deviation, long count) implements Figure {
    /** Refuses a mean of nothing. */
    public Mean {
      if (count < 1) {
        throw new IllegalArgumentException("a mean of " + count);
      }
    }

    @Override
    public Interval interval() {
      return Interval.ofMean(value, deviation, count);
    }
  }
}
