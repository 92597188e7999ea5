// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.evidence;

import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Unit;
import dev.modelward.runtime.artifact.TierView.Measured;
import java.util.Optional;

/** What a view was measured to be worth, in the numbers of its metric. */
public record Worth(double value, Unit unit) {

  /** A measured quality, if plans speak of such. */
  static Optional<Worth> of(Measured measured) {
    try {
      double value = Double.parseDouble(measured.value());
      return switch (measured.metric()) {
        case "top-1", "top-5", "agreement" -> Optional.of(new Worth(value, Unit.PERCENT));
        case "psnr" -> Optional.of(new Worth(value, Unit.DECIBEL));
        default -> Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a limit of this unit is kept; one of another is not. */
  boolean keeps(Limit limit) {
    return limit.quality().unit() == unit && limit.keeps(value);
  }

  /** With one decimal. */
  @Override
  public String toString() {
    return "%.1f %s".formatted(unit == Unit.PERCENT ? 100 * value : value, unit);
  }
}
