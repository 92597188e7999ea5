// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.protect.blocks.LayerBlocks;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/**
 * A concealment for measurements, never for what is given away: a block's decoy depends on the
 * seed, on the block and on which blocks are sealed, and can be told by whoever knows the seed.
 */
public record Disguise(Concealment concealment, long seed) {

  /** The disguise of a layer, whose index makes its decoys others than those of other layers. */
  public static Disguise of(Concealment concealment, int index, long seed) {
    return new Disguise(concealment, ofLayer(index, seed));
  }

  private static long ofLayer(int index, long seed) {
    return SplitMix64.of(seed, index).nextLong();
  }

  /** The blocks of the layer. */
  public LayerBlocks blocks() {
    return concealment.blocks();
  }

  /** The same layer under another seed. */
  public Disguise seeded(int index, long other) {
    return of(concealment, index, other);
  }

  /** Writes decoys into the little-endian numbers of the layer's weight. */
  public void write(ByteBuffer numbers, LongStream chosen) {
    chosen.forEach(block -> concealment.write(numbers, block, SplitMix64.of(seed, block)));
  }
}
