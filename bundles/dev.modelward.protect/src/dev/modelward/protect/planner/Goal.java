// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.protect.plan.Target;

/** The quality that a tier should have, and how far off it may be in the numbers of the metric. */
record Goal(String tier, Target.Quality quality, double tolerance) {
  private static final double NEAR = 0.25;

  double level() {
    return quality.measured();
  }

  /** How far off a view may be that need not be bettered. */
  double near() {
    return NEAR * tolerance;
  }

  boolean isKept(double mean) {
    return Math.abs(mean - level()) <= tolerance;
  }

  boolean isNear(double mean) {
    return Math.abs(mean - level()) <= near();
  }

  UnreachableException unreachable(String reachable) {
    return new UnreachableException(tier, "be " + quality, reachable);
  }
}
