// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.detector;

import java.util.Arrays;

/**
 * The area under the curve of hits over false alarms: how often a decoy gets a higher mark than
 * another block, where equal marks count half. At 0.5 marks tell nothing.
 */
public final class Area {
  private Area() {}

  /** The area for the marks of decoys and those of other blocks. */
  public static double of(double[] decoys, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (double mark : decoys) {
      wins += (below(sorted, mark, false) + below(sorted, mark, true)) / 2.0;
    }
    return wins / decoys.length / others.length;
  }

  /** How many numbers are less than one, or equal to it. */
  private static int below(double[] sorted, double mark, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < mark || orEqual && sorted[middle] == mark) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
