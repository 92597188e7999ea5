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
  private final Footprint footprint;

  private Concealment(LayerBlocks blocks, Decoys decoys, Pen pen) {
    this.blocks = blocks;
    this.decoys = decoys;
    this.pen = pen;
    this.footprint = Footprint.of(blocks.tiling());
  }

  /** The concealment of a layer of which some blocks are sealed. */
  public static Concealment of(Decoy kind, LayerBlocks blocks, LongPredicate isSealed)
      throws IOException {
    return new Concealment(blocks, Decoys.of(kind, blocks, isSealed), Pen.of(blocks));
  }

  /** The blocks of the layer. */
  public LayerBlocks blocks() {
    return blocks;
  }

  /** Writes decoys into the little-endian numbers of the layer's whole weight. */
  public void write(ByteBuffer numbers, LongStream sealed, RandomGenerator bits) {
    sealed.forEach(block -> write(numbers, block, bits));
  }

  /** Writes the decoy of one block. */
  public void write(ByteBuffer numbers, long block, RandomGenerator bits) {
    long first = footprint.first(block);
    float[] decoy = decoys.draw(bits);
    for (int tap = 0; tap < decoy.length; tap++) {
      pen.write(numbers, first + footprint.step(tap), decoy[tap]);
    }
  }
}
