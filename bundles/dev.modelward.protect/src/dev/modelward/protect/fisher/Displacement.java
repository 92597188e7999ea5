// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.fisher;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.protect.blocks.Values;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.decoy.Decoys;
import java.io.IOException;
import java.nio.FloatBuffer;

/** How far decoys are from the weights of a layer: the mean squared difference for each weight. */
final class Displacement {
  private final LayerBlocks blocks;
  private final float[] squares;

  private Displacement(LayerBlocks blocks, float[] squares) {
    this.blocks = blocks;
    this.squares = squares;
  }

  static Displacement of(LayerBlocks blocks) throws IOException {
    Decoys decoys = Decoys.of(Decoy.usual(), blocks, block -> false);
    Values values = Values.of(blocks);
    float[] squares = new float[Math.toIntExact(blocks.weights())];
    blocks
        .tiling()
        .visit((element, block, tap, count) -> {
          for (int i = 0; i < count; i++) {
            int at = (int) element + i;
            squares[at] = (float) decoys.displacement(block, tap + i, values.at(at));
          }
        });
    return new Displacement(blocks, squares);
  }

  LayerBlocks blocks() {
    return blocks;
  }

  /** The sum, for each block, of squared gradients times squared differences. */
  double[] harm(FloatBuffer gradient, double scale) {
    double[] harm = new double[Math.toIntExact(blocks.count())];
    blocks
        .tiling()
        .visit(
            new Tiling.Runs() {
              @Override
              public void within(long element, long block, int tap, int count) {
                double sum = 0;
                for (int i = (int) element; i < (int) element + count; i++) {
                  double slope = gradient.get(i);
                  sum += slope * slope * squares[i];
                }
                harm[(int) block] += scale * sum;
              }

              @Override
              public void across(long element, long block, int tap, int count) {
                for (int i = 0; i < count; i++) {
                  double slope = gradient.get((int) element + i);
                  harm[(int) block + i] += scale * slope * slope * squares[(int) element + i];
                }
              }
            });
    return harm;
  }
}
