// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import java.util.Arrays;

/**
 * Numbers in ascending order, each with the space around it up to half of the way to its
 * neighbours. What is drawn lies in the space of one of them, but is none of them: who draws the
 * very same number again shows that it was drawn.
 */
final class Ladder {
  private final double[] rungs;

  private Ladder(double[] rungs) {
    this.rungs = rungs;
  }

  static Ladder of(double... numbers) {
    double[] rungs = numbers.clone();
    Arrays.sort(rungs);
    return new Ladder(rungs);
  }

  double draw(Lot lot) {
    int rung = (int) lot.below(rungs.length);
    double low = low(rung);
    return low + lot.part() * (high(rung) - low);
  }

  /** At the ends, as far as on the side where there is a neighbour, but not across 0. */
  private double low(int rung) {
    if (rung > 0) {
      return rungs[rung - 1] / 2 + rungs[rung] / 2;
    }
    double end = rungs.length > 1 ? 1.5 * rungs[0] - rungs[1] / 2 : rungs[0];
    return rungs[0] >= 0 ? Math.max(0, end) : end;
  }

  private double high(int rung) {
    int last = rungs.length - 1;
    if (rung < last) {
      return rungs[rung] / 2 + rungs[rung + 1] / 2;
    }
    double end = last > 0 ? 1.5 * rungs[last] - rungs[last - 1] / 2 : rungs[last];
    return rungs[last] <= 0 ? Math.min(0, end) : end;
  }

  /** The mean of what can be drawn. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < rungs.length; i++) {
      sum += (low(i) + high(i)) / 2;
    }
    return sum / rungs.length;
  }

  /** The mean square of what can be drawn. */
  double meanSquare() {
    double sum = 0;
    for (int i = 0; i < rungs.length; i++) {
      double low = low(i);
      double high = high(i);
      sum += (low * low + low * high + high * high) / 3;
    }
    return sum / rungs.length;
  }
}
