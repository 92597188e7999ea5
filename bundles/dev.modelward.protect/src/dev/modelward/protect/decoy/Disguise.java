// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Pen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/**
 * Writes decoys over blocks of a layer, for measurements: a block's decoy depends on the seed and
 * the block alone, and can be told by whoever knows the seed.
 */
public record Disguise(LayerBlocks blocks, Blending decoys, Pen pen, long seed) {

  /** The disguise of a layer, whose index makes its decoys others than those of other layers. */
  public static Disguise of(LayerBlocks blocks, int index, long seed) throws IOException {
    long ofLayer = SplitMix64.of(seed, index).nextLong();
    return new Disguise(blocks, Blending.of(blocks), Pen.of(blocks), ofLayer);
  }

  /** The same layer under another seed. */
  public Disguise seeded(int index, long other) {
    return new Disguise(blocks, decoys, pen, SplitMix64.of(other, index).nextLong());
  }

  /** Writes decoys into the little-endian numbers of the layer's weight. */
  public void write(ByteBuffer numbers, LongStream chosen) {
    chosen.forEach(block -> {
      float[] decoy = decoys.draw(SplitMix64.of(seed, block));
      long[] elements = blocks.tiling().elements(block);
      for (int tap = 0; tap < decoy.length; tap++) {
        pen.write(numbers, elements[tap], decoy[tap]);
      }
    });
  }
}
