// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

/**
 * A mean and a deviation of numbers that come one after the other (Welford: Note on a method for
 * calculating corrected sums of squares and products, Technometrics 4, 1962).
 */
final class Running {
  private final Metric metric;
  private long count;
  private long right;
  private long endless;
  private double mean;
  private double squares;

  Running(Metric metric) {
    this.metric = metric;
  }

  void add(double value) {
    count++;
    if (value == Double.POSITIVE_INFINITY) {
      endless++;
      return;
    }
    right += value == 1 ? 1 : 0;
    double before = value - mean;
    mean += before / (count - endless);
    squares += before * (value - mean);
  }

  Figure figure() {
    if (metric.isShare()) {
      return new Figure.Share(metric, right, count);
    }
    double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    return endless == 0
        ? new Figure.Mean(metric, mean, deviation, count)
        : new Figure.Mean(metric, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, count);
  }
}
