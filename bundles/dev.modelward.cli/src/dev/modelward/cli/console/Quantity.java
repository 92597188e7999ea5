// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: big ones with three digits and a unit. */
public final class Quantity {
  private static final String UNITS = "KMGTPE";
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final long LARGEST_IN_FULL = 9_999;

  private Quantity() {}

  /** A count as a sum and in full, as in {@code 1.26 M (1,259,914)}. */
  public static String count(long count) {
    return count <= LARGEST_IN_FULL ? exact(count) : scaled(count) + " (" + exact(count) + ")";
  }

  /** A count in three digits, as in {@code 1.26 M}. */
  public static String shortCount(long count) {
    return count <= LARGEST_IN_FULL ? exact(count) : scaled(count);
  }

  /** A count in full, as in {@code 1,259,914}. */
  public static String exact(long count) {
    // a formatter would load all that Java knows of locales, for three digits and a comma
    StringBuilder digits = new StringBuilder(Long.toString(count));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /** A size in three digits, as in {@code 5.05 MB}; a kilobyte is a thousand bytes. */
  public static String bytes(long bytes) {
    return bytes < 1000 ? bytes + " B" : scaled(bytes).replace("K", "k") + "B";
  }

  /** A part of a whole with one decimal, as in {@code 12.5 %}. */
  public static String share(long part, long whole) {
    if (whole == 0) {
      return "0.0 %";
    }
    BigDecimal percent = BigDecimal.valueOf(part).movePointRight(2);
    return percent.divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP) + " %";
  }

  private static String scaled(long number) {
    BigDecimal rounded = BigDecimal.valueOf(number).round(THREE_DIGITS);
    int digits = rounded.precision() - rounded.scale();
    int unit = (digits - 1) / 3;
    int decimals = 2 - (digits - 1) % 3;
    BigDecimal inUnit = rounded.movePointLeft(3 * unit).setScale(decimals, RoundingMode.HALF_UP);
    return inUnit.toPlainString() + " " + UNITS.charAt(unit - 1);
  }
}
