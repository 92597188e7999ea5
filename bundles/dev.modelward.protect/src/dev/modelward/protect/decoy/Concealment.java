// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.Footprint;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Pen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Writes decoys over sealed blocks of a layer. */
public final class Concealment {
  private final LayerBlocks blocks;
  private final Decoys decoys;
  private final Pen pen;
  private final Grain grain;
  private final Footprint footprint;

  private Concealment(LayerBlocks blocks, Decoys decoys, Pen pen, Grain grain) {
    this.blocks = blocks;
    this.decoys = decoys;
    this.pen = pen;
    this.grain = grain;
    this.footprint = Footprint.of(blocks.tiling());
  }

  /** The concealment of a layer of which some blocks are sealed. */
  public static Concealment of(Decoy kind, LayerBlocks blocks, LongPredicate isSealed)
      throws IOException {
    return new Concealment(
        blocks,
        Decoys.of(kind, blocks, isSealed),
        Pen.of(blocks),
        Grain.of(blocks, isSealed.negate()));
  }

  /** The blocks of the layer. */
  public LayerBlocks blocks() {
    return blocks;
  }

  /** Writes decoys over sealed blocks among the little-endian numbers of the whole weight. */
  public void write(ByteBuffer numbers, LongStream sealed, SecureBits bits) {
    sealed.forEach(block -> write(numbers, block, bits));
  }

  /** Writes the decoy of one block. */
  void write(ByteBuffer numbers, long block, RandomGenerator bits) {
    long first = footprint.first(block);
    double[] decoy = decoys.draw(block, bits);
    for (int tap = 0; tap < decoy.length; tap++) {
      long element = first + footprint.step(tap);
      pen.put(numbers, element, grain.nearest(pen.stored(element, decoy[tap])));
    }
  }
}
