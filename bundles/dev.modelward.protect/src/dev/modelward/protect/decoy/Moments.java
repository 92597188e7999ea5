// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Values;
import java.io.IOException;
import java.util.Arrays;

/**
 * Mean and variance of each tap over the blocks of a layer; those of all taps together where there
 * are too few blocks to tell taps apart.
 */
public final class Moments {
  /** Fewer blocks say nothing of the taps one by one. */
  private static final long FEW = 8;

  private final double[] mean;
  private final double[] variance;

  private Moments(double[] mean, double[] variance) {
    this.mean = mean;
    this.variance = variance;
  }

  /** The moments of the numbers that a layer computes with. */
  public static Moments of(LayerBlocks blocks) throws IOException {
    return of(blocks, Values.of(blocks));
  }

  static Moments of(LayerBlocks blocks, Values values) {
    int taps = blocks.tiling().taps();
    double[] mean = new double[taps];
    double[] variance = new double[taps];
    blocks
        .tiling()
        .visit((element, block, tap, count) -> {
          for (int i = 0; i < count; i++) {
            mean[tap + i] += values.at(element + i);
          }
        });
    settle(mean, blocks);
    blocks
        .tiling()
        .visit((element, block, tap, count) -> {
          for (int i = 0; i < count; i++) {
            double away = values.at(element + i) - mean[tap + i];
            variance[tap + i] += away * away;
          }
        });
    settle(variance, blocks);
    return new Moments(mean, variance);
  }

  private static void settle(double[] sums, LayerBlocks blocks) {
    if (blocks.count() < FEW) {
      Arrays.fill(sums, Arrays.stream(sums).sum() / sums.length);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= blocks.count();
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
