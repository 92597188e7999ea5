// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
  private static final List<String> COUNTS = List.of("", " K", " M", " G", " T");
  private static final List<String> SIZES = List.of(" B", " KB", " MB", " GB", " TB");
  private static final int STEP = 1000;
  private static final int STILL_EXACT = 10_000;

  private Figures() {}

  /** A number with its thousands apart, as in {@code 1,259,530}. */
  public static String exact(long number) {
    return "%,d".formatted(number);
  }

  /** A number in three digits, as in {@code 1.26 M}; small ones exactly. */
  public static String count(long number) {
    return number < STILL_EXACT ? exact(number) : rounded(number, COUNTS);
  }

  /** A size in three digits, as in {@code 5.05 MB}. */
  public static String size(long bytes) {
    return bytes < STEP ? bytes + SIZES.get(0) : rounded(bytes, SIZES);
  }

  /** A share of one as a percentage with one decimal. */
  public static String share(double share) {
    return "%.1f %%".formatted(share * 100);
  }

  /** A share of one as a percentage with two decimals, for shares that are small. */
  public static String fineShare(double share) {
    return (share > 0 && share < 0.0001 ? "%.3f %%" : "%.2f %%").formatted(share * 100);
  }

  private static String rounded(long number, List<String> units) {
    double scaled = number;
    int unit = 0;
    // what would be rounded up to 1000 is better told in the next unit
    while (scaled >= 999.5 && unit < units.size() - 1) {
      scaled /= STEP;
      unit++;
    }
    int decimals = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
    String format = "%." + decimals + "f%s";
    return String.format(
        Locale.getDefault(Locale.Category.FORMAT), format, scaled, units.get(unit));
  }
}
