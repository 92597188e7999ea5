// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import java.util.Arrays;

/**
 * Numbers that never rise, as near to given ones as can be: neighbours that rise become their mean
 * (Ayer, Brunk, Ewing, Reid, Silverman: An empirical distribution function for sampling with
 * incomplete information, Annals of Mathematical Statistics 26, 1955).
 */
final class Falling {
  private Falling() {}

  static double[] of(double... numbers) {
    double[] means = new double[numbers.length];
    int[] sizes = new int[numbers.length];
    int pools = 0;
    for (double number : numbers) {
      means[pools] = number;
      sizes[pools++] = 1;
      while (pools > 1 && means[pools - 2] < means[pools - 1]) {
        pools--;
        int size = sizes[pools - 1] + sizes[pools];
        means[pools - 1] =
            (means[pools - 1] * sizes[pools - 1] + means[pools] * sizes[pools]) / size;
        sizes[pools - 1] = size;
      }
    }
    double[] falling = new double[numbers.length];
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      Arrays.fill(falling, at, at + sizes[pool], means[pool]);
      at += sizes[pool];
    }
    return falling;
  }
}
