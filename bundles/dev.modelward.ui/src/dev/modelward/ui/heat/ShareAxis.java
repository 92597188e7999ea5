// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.List;

/** Where shares stand on an axis, from 0 at its beginning to 1 at its end. */
public enum ShareAxis {
  /** Equal shares have equal room. */
  LINEAR,
  /** Each power of ten has equal room, from 0.001 % on. */
  LOGARITHMIC;

  private static final int DECADES = 5;

  /** The place of a share. */
  public double place(double share) {
    return switch (this) {
      case LINEAR -> share;
      case LOGARITHMIC -> share <= 0 ? 0 : Math.clamp(1 + Math.log10(share) / DECADES, 0, 1);
    };
  }

  /** The share at a place. */
  public double share(double place) {
    double inside = Math.clamp(place, 0, 1);
    return switch (this) {
      case LINEAR -> inside;
      case LOGARITHMIC -> Math.pow(10, (inside - 1) * DECADES);
    };
  }

  /** The shares that are written at the axis. */
  public List<Double> ticks() {
    return switch (this) {
      case LINEAR -> List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
      case LOGARITHMIC -> List.of(0.00001, 0.0001, 0.001, 0.01, 0.1, 1.0);
    };
  }
}
