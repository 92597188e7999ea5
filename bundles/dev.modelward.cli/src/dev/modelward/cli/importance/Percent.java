// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Parts of a whole as people read them. */
final class Percent {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Percent() {}

  /** With one decimal, as in {@code 12.5 %}. */
  static String ofTenths(double part) {
    return BigDecimal.valueOf(part).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
  }

  /** With three digits, however small it is, as in {@code 0.0512 %}. */
  static String ofDigits(double part) {
    BigDecimal percent = BigDecimal.valueOf(part).movePointRight(2).round(THREE_DIGITS);
    return percent.stripTrailingZeros().toPlainString() + " %";
  }
}
