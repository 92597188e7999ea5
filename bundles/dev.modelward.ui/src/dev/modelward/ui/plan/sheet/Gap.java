// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The room that the tiers around a place leave for a target. */
record Gap(List<Row> before, List<Row> after) {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(%|dB)");
  private static final double MOST = 100;
  private static final double BEST_DECIBELS = 60;
  private static final double USUAL_SHARE = 10;

  static Gap at(List<Row> tiers, int from, int to) {
    return new Gap(tiers.subList(0, from), tiers.subList(to, tiers.size()));
  }

  /** A target in the middle of the gap. */
  Target middle(Aim aim) {
    return switch (aim) {
      case QUALITY -> quality();
      case SHARE -> share();
      case EVERYTHING -> new Target.Everything();
    };
  }

  private Target quality() {
    Unit unit = unit();
    double most = unit == Unit.PERCENT ? MOST : BEST_DECIBELS;
    double low = last(before, Aim.QUALITY).orElse(0.0);
    double high = last(after.reversed(), Aim.QUALITY).orElse(Math.max(most, low));
    return new Target.Quality(between(low, high), unit);
  }

  private Target share() {
    double low = last(after.reversed(), Aim.SHARE).orElse(0.0);
    double high = last(before, Aim.SHARE).orElse(Math.max(USUAL_SHARE, low));
    double percent = between(low, high);
    return new Target.Share(percent > 0 && percent < MOST ? percent / MOST : USUAL_SHARE / MOST);
  }

  /** With as few digits as there is room for. */
  private static double between(double low, double high) {
    double middle = (low + high) / 2;
    double rounded = Math.rint(middle * 10) / 10;
    return rounded > low && rounded < high ? rounded : middle;
  }

  /** The unit that the qualities around have. */
  Unit unit() {
    boolean decibels =
        before.stream().anyMatch(Gap::isInDecibels) || after.stream().anyMatch(Gap::isInDecibels);
    return decibels ? Unit.DECIBEL : Unit.PERCENT;
  }

  private static boolean isInDecibels(Row row) {
    return row.text(Aim.QUALITY.key()).endsWith(Unit.DECIBEL.sign());
  }

  private static Optional<Double> last(List<Row> rows, Aim aim) {
    return rows.stream()
        .map(row -> AMOUNT.matcher(row.text(aim.key())))
        .filter(Matcher::matches)
        .map(amount -> Double.valueOf(amount.group(1)))
        .reduce((one, other) -> other);
  }
}
