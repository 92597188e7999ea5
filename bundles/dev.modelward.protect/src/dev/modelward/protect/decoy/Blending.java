// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Values;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * Decoys that look like the blocks around them: a random direction in the frame of the layer's
 * covariance, as far from the mean as some block of the layer. With many taps or few blocks, taps
 * are taken not to know of each other.
 */
public final class Blending {
  private static final int MOST_TAPS = 64;
  private static final int BLOCKS_PER_TAP = 4;

  private final LayerBlocks blocks;
  private final Values values;
  private final Frame frame;

  private Blending(LayerBlocks blocks, Values values, Frame frame) {
    this.blocks = blocks;
    this.values = values;
    this.frame = frame;
  }

  /** The decoys of a layer. */
  public static Blending of(LayerBlocks blocks) throws IOException {
    Values values = Values.of(blocks);
    Moments moments = Moments.of(blocks, values);
    int taps = blocks.tiling().taps();
    boolean knowsTaps = taps <= MOST_TAPS && blocks.count() >= (long) BLOCKS_PER_TAP * taps;
    Frame frame =
        knowsTaps
            ? Frame.of(moments.mean(), covariance(blocks, values, moments.mean()))
            : Frame.diagonal(moments.mean(), moments.deviation());
    return new Blending(blocks, values, frame);
  }

  private static double[][] covariance(LayerBlocks blocks, Values values, double[] mean) {
    double[][] sums = new double[mean.length][mean.length];
    for (long block = 0; block < blocks.count(); block++) {
      float[] numbers = values.at(blocks.tiling().elements(block));
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j <= i; j++) {
          sums[i][j] += (numbers[i] - mean[i]) * (numbers[j] - mean[j]);
        }
      }
    }
    for (double[] row : sums) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= blocks.count();
      }
    }
    return sums;
  }

  /** A decoy drawn from random bits. */
  public float[] draw(RandomGenerator bits) {
    Lot lot = new Lot(bits);
    long like = lot.below(blocks.count());
    double[] direction = new double[frame.taps()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = lot.normal();
    }
    return frame.block(direction, frame.radius(values.at(blocks.tiling().elements(like))));
  }
}
