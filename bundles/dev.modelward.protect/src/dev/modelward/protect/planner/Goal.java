// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Unit;

/** The quality that a tier should have, in the numbers of the metric. */
record Goal(String tier, Target.Quality quality) {
  private static final double POINTS = 0.02;
  private static final double DECIBELS = 0.5;
  private static final double NEAR = 0.25;

  double level() {
    return quality.measured();
  }

  /** How far a view may be off: 2 points, or half a decibel. */
  double tolerance() {
    return quality.unit() == Unit.PERCENT ? POINTS : DECIBELS;
  }

  /** How far off a view may be that need not be bettered. */
  double near() {
    return NEAR * tolerance();
  }

  boolean isKept(double mean) {
    return Math.abs(mean - level()) <= tolerance();
  }

  boolean isNear(double mean) {
    return Math.abs(mean - level()) <= near();
  }

  UnreachableException unreachable(String reachable) {
    return new UnreachableException(tier, "be " + quality, reachable);
  }
}
