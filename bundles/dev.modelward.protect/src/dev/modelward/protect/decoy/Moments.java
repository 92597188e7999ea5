// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.LayerBlocks;
import java.io.IOException;
import java.util.Arrays;

/**
 * Mean and variance of each tap over the blocks of a layer. Where there are too few blocks to tell,
 * a mean of 0 and the variance by which people begin to train a layer of such a fan-in (He, Zhang,
 * Ren, Sun: Delving deep into rectifiers, ICCV 2015, section 2.2).
 */
public final class Moments {
  private final double[] mean;
  private final double[] variance;

  private Moments(double[] mean, double[] variance) {
    this.mean = mean;
    this.variance = variance;
  }

  /** The moments of the numbers that a layer computes with, none of which is sealed. */
  public static Moments of(LayerBlocks blocks) throws IOException {
    return of(Census.of(blocks, block -> true));
  }

  static Moments of(Census census) {
    double[] mean = new double[census.taps()];
    double[] variance = new double[census.taps()];
    if (census.isPoor()) {
      Arrays.fill(variance, 2.0 / census.fanIn());
      return new Moments(mean, variance);
    }
    for (int block = 0; block < census.count(); block++) {
      for (int tap = 0; tap < mean.length; tap++) {
        mean[tap] += census.at(block, tap);
      }
    }
    divide(mean, census.count());
    for (int block = 0; block < census.count(); block++) {
      for (int tap = 0; tap < mean.length; tap++) {
        double away = census.at(block, tap) - mean[tap];
        variance[tap] += away * away;
      }
    }
    divide(variance, census.count());
    return new Moments(mean, variance);
  }

  private static void divide(double[] sums, int by) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= by;
    }
  }

  /** The mean squared difference of a decoy and a number in its place. */
  public double displacement(int tap, float value) {
    double away = mean[tap] - value;
    return variance[tap] + away * away;
  }

  double[] mean() {
    return mean.clone();
  }

  double[] deviation() {
    return Arrays.stream(variance).map(Math::sqrt).toArray();
  }
}
