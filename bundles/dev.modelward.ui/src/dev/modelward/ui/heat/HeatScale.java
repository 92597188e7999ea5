// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

/**
 * How hot a score for each weight is, from 0 to 1, on a logarithmic scale that ends with the
 * highest one of a map.
 */
public final class HeatScale {
  /** 2 to the power of so many is the ratio of the ends, at most: 8 decades. */
  private static final long LONGEST = Math.round(8 * Math.log(10) / Math.log(2)) << 23;

  private static final int LEAST = Key.of(Float.MIN_NORMAL);
  private static final int GREATEST = Key.of(Float.MAX_VALUE);

  private final int low;
  private final int high;

  /** Reaches from one key to another, as far as they stand for numbers above 0. */
  HeatScale(int low, int high) {
    this.high = Math.clamp(high, LEAST, GREATEST);
    this.low = Math.clamp(low, (int) Math.max(LEAST, this.high - LONGEST), this.high);
  }

  double level(int key) {
    if (key >= high) {
      return 1;
    }
    return key <= low ? 0 : ((double) key - low) / ((double) high - low);
  }

  /** How hot a score for each weight is. */
  public double level(float density) {
    return level(Key.of(density));
  }

  /** The score for each weight that is so hot. */
  public float density(double level) {
    return Key.density((int) Math.round(low + level * ((double) high - low)));
  }
}
