// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import java.math.BigDecimal;

/** What a view of a model should be worth, or how much it should leave sealed. */
public sealed interface Target {

  /** How good the model is in this view, as written: 70 % is 70 in percent. */
  record Quality(double value, Unit unit) implements Target {
    /** Refuses what no model can be. */
    public Quality {
      if (!(value >= 0 && value <= (unit == Unit.PERCENT ? 100 : 1000))) {
        throw new IllegalArgumentException(
            unit == Unit.PERCENT
                ? "expected a quality from 0 % to 100 %, found " + written(value) + " %"
                : "expected a quality from 0 dB to 1000 dB, found " + written(value) + " dB");
      }
    }

    /** The number that a metric gives: a part of 1 for percent, decibels as they are. */
    public double measured() {
      return unit == Unit.PERCENT ? value / 100 : value;
    }

    @Override
    public String toString() {
      return written(value) + " " + unit;
    }
  }

  /** Which part of the weights in all blocks stays sealed in this view, above 0 and below 1. */
  record Share(double part) implements Target {
    /** Refuses nothing and everything. */
    public Share {
      if (!(part > 0 && part < 1)) {
        throw new IllegalArgumentException(
            "expected a share above 0 % and below 100 %, found "
                + (Double.isFinite(part) ? written(100 * part) : part)
                + " %");
      }
    }

    @Override
    public String toString() {
      return BigDecimal.valueOf(part).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
  }

  /** Nothing stays sealed. */
  record Everything() implements Target {
    @Override
    public String toString() {
      return "everything";
    }
  }

  private static String written(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
