// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.protect.blocks.Values;
import dev.modelward.protect.importance.Scores;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Sums up the absolute weights of each block, as the layer's outputs are scaled behind it. */
final class Weighing implements Tiling.Runs {
  private final OutputScales scales;
  private final Values values;
  private final Sums sums;

  private Weighing(OutputScales scales, Values values, Sums sums) {
    this.scales = scales;
    this.values = values;
    this.sums = sums;
  }

  /** Takes in what was found of blocks. */
  private interface Sums {
    void add(long block, double weight);
  }

  static Scores weigh(LayerBlocks blocks, OutputScales scales) throws IOException {
    Values values = Values.of(blocks);
    if (blocks.tiling().isContiguous()) {
      // each block comes once, so that nothing but its score needs memory
      ByteBuffer memory =
          ByteBuffer.allocateDirect(Math.toIntExact(blocks.count() * Float.BYTES))
              .order(ByteOrder.LITTLE_ENDIAN);
      FloatBuffer scores = memory.asFloatBuffer();
      Sums put = (block, weight) -> scores.put((int) block, (float) weight);
      blocks.tiling().visit(new Weighing(scales, values, put));
      return Scores.over(memory);
    }
    double[] scores = new double[Math.toIntExact(blocks.count())];
    Sums add = (block, weight) -> scores[(int) block] += weight;
    blocks.tiling().visit(new Weighing(scales, values, add));
    return Scores.of(scores);
  }

  @Override
  public void within(long element, long block, int tap, int count) {
    double sum = 0;
    if (scales.isSameInBlock()) {
      for (long i = element; i < element + count; i++) {
        sum += Math.abs(values.at(i));
      }
      sums.add(block, sum * scales.at(element));
      return;
    }
    for (long i = element; i < element + count; i++) {
      sum += Math.abs(values.at(i)) * scales.at(i);
    }
    sums.add(block, sum);
  }

  @Override
  public void across(long element, long block, int tap, int count) {
    for (int i = 0; i < count; i++) {
      sums.add(block + i, Math.abs(values.at(element + i)) * scales.at(element + i));
    }
  }
}
