// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import java.util.Arrays;

/** Mean and variance of each tap of some blocks. */
public final class Moments {
  private final double[] mean;
  private final double[] variance;

  Moments(double[] mean, double[] variance) {
    this.mean = mean.clone();
    this.variance = variance.clone();
  }

  /** The moments of some blocks. */
  static Moments of(Census census) {
    double[] mean = new double[census.taps()];
    double[] variance = new double[census.taps()];
    for (int block = 0; block < census.count(); block++) {
      for (int tap = 0; tap < mean.length; tap++) {
        mean[tap] += census.at(block, tap);
      }
    }
    divide(mean, census.count());
    for (int block = 0; block < census.count(); block++) {
      for (int tap = 0; tap < mean.length; tap++) {
        double away = census.at(block, tap) - mean[tap];
        variance[tap] += away * away;
      }
    }
    divide(variance, census.count());
    return new Moments(mean, variance);
  }

  private static void divide(double[] sums, int by) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= by;
    }
  }

  /** Those of as many taps that all have the mean and the variance of these taken together. */
  Moments together() {
    double all = Arrays.stream(mean).average().orElse(0);
    double squares = 0;
    for (int tap = 0; tap < mean.length; tap++) {
      squares += variance[tap] + (mean[tap] - all) * (mean[tap] - all);
    }
    return alike(mean.length, all, squares / mean.length);
  }

  /** Those with a part of what makes the variances of taps different taken away. */
  Moments evened(double part) {
    double level = Arrays.stream(variance).filter(own -> own > 0).average().orElse(0);
    return new Moments(
        mean,
        Arrays.stream(variance).map(own -> own > 0 ? own + part * (level - own) : 0).toArray());
  }

  /** Those of the same blocks with so many of the numbers of each tap, the others being zero. */
  public Moments keeping(double... parts) {
    double[] means = new double[mean.length];
    double[] variances = new double[mean.length];
    for (int tap = 0; tap < mean.length; tap++) {
      means[tap] = parts[tap] * mean[tap];
      double square = parts[tap] * (variance[tap] + mean[tap] * mean[tap]);
      variances[tap] = Math.max(0, square - means[tap] * means[tap]);
    }
    return new Moments(means, variances);
  }

  /** Those of so many taps of one mean and one variance. */
  static Moments alike(int taps, double mean, double variance) {
    double[] means = new double[taps];
    double[] variances = new double[taps];
    Arrays.fill(means, mean);
    Arrays.fill(variances, variance);
    return new Moments(means, variances);
  }

  /** The mean of a tap. */
  public double mean(int tap) {
    return mean[tap];
  }

  /** The variance of a tap. */
  public double variance(int tap) {
    return variance[tap];
  }

  double[] mean() {
    return mean.clone();
  }

  double[] deviation() {
    return Arrays.stream(variance).map(Math::sqrt).toArray();
  }

  int taps() {
    return mean.length;
  }
}
