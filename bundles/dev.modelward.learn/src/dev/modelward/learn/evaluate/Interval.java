// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.chance.NormalQuantile;

/**
 * Where a figure lies with a confidence of 95 %, if the records are a random sample of all there
 * could be.
 */
public record Interval(double low, double high) {
  private static final double ABOVE = 0.975;

  /**
   * The interval of a share, by its score (Wilson: Probable inference, the law of succession, and
   * statistical inference, JASA 22, 1927).
   */
  static Interval ofShare(long right, long count) {
    double z = NormalQuantile.at(ABOVE);
    double n = count;
    double share = right / n;
    double middle = share + z * z / (2 * n);
    double reach = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    double whole = 1 + z * z / n;
    return new Interval(
        right == 0 ? 0 : (middle - reach) / whole, right == count ? 1 : (middle + reach) / whole);
  }

  /**
   * The interval of a mean, by the quantile of Student's t (Student: The probable error of a mean,
   * Biometrika 6, 1908); a single number may stand for any mean.
   */
  public static Interval ofMean(double mean, double deviation, long count) {
    if (count < 2 || !Double.isFinite(mean)) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double reach = StudentT.quantile(ABOVE, count - 1) * deviation / Math.sqrt(count);
    return new Interval(mean - reach, mean + reach);
  }
}
