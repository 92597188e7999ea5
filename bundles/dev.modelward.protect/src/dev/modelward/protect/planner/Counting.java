// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How qualities of a metric are counted and written. */
record Counting(Metric metric) {
  private static final double POINTS = 0.02;
  private static final double DECIBELS = 0.5;
  private static final int PERCENT_DIGITS = 1;
  private static final int DIGITS = 2;

  /** How much two qualities may differ by chance: 2 points, or half a decibel. */
  double tolerance() {
    return metric == Metric.PSNR ? DECIBELS : POINTS;
  }

  /** Refuses a metric that falls as models get better, and targets in another unit. */
  void check(Tier tier) throws MismatchException {
    boolean rises =
        switch (metric) {
          case TOP_1, TOP_5, AGREEMENT, PSNR, SSIM -> true;
          case CROSS_ENTROPY, MSE -> false;
        };
    if (!rises) {
      throw new MismatchException(
          "the metric",
          "one that rises as models get better",
          metric.word(),
          "Measure views by top-1 or psnr.");
    }
    if (tier.target() instanceof Target.Quality quality && !fits(quality.unit())) {
      throw new MismatchException(
          "tier '" + tier.name() + "'",
          "a quality as " + metric.word() + " is counted" + unit(),
          quality.toString(),
          "Write the targets in the unit of the metric, or choose other data.");
    }
  }

  private boolean fits(Unit unit) {
    return switch (unit) {
      case PERCENT -> metric.isShare();
      case DECIBEL -> metric == Metric.PSNR;
    };
  }

  private String unit() {
    return metric.isShare() ? ", in %" : metric == Metric.PSNR ? ", in dB" : "";
  }

  /** A quality as people write it. */
  String text(double quality) {
    return text(quality, RoundingMode.HALF_EVEN);
  }

  /** The least quality that people would write for at least this one. */
  String textAbove(double quality) {
    return text(quality, RoundingMode.CEILING);
  }

  /** The greatest quality that people would write for at most this one. */
  String textBelow(double quality) {
    return text(quality, RoundingMode.FLOOR);
  }

  private String text(double quality, RoundingMode mode) {
    if (!Double.isFinite(quality)) {
      return Double.toString(quality);
    }
    BigDecimal number = BigDecimal.valueOf(quality);
    if (metric.isShare()) {
      return number.movePointRight(2).setScale(PERCENT_DIGITS, mode).toPlainString() + " %";
    }
    String plain = number.setScale(DIGITS, mode).toPlainString();
    return metric == Metric.PSNR ? plain + " dB" : plain;
  }

  /** A share of weights as people write it. */
  static String share(double share) {
    return BigDecimal.valueOf(100 * share).round(new MathContext(3)).toPlainString() + " %";
  }
}
