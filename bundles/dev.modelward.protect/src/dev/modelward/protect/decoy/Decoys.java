// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.LayerBlocks;
import java.io.IOException;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;

/**
 * The decoys of one layer, as the layer computes with them. A decoy depends on random bits and on
 * statistics of the layer's public blocks, never on the block whose place it takes: see {@code
 * docs/decoys.md} for what is drawn where a layer has few public blocks, one tap, or many.
 */
public final class Decoys {
  private final Drawing drawing;

  private Decoys(Drawing drawing) {
    this.drawing = drawing;
  }

  /**
   * The decoys of some kind for a layer of which some blocks are sealed. Except for {@link
   * Decoy.Dprm}, no number of a sealed block is looked at.
   */
  public static Decoys of(Decoy kind, LayerBlocks blocks, LongPredicate isSealed)
      throws IOException {
    return new Decoys(
        switch (kind) {
          case Decoy.Blending blending -> Blend.of(Census.of(blocks, isSealed.negate()));
          case Decoy.Dprm published -> Bell.of(Moments.of(Census.of(blocks, block -> true)));
        });
  }

  /** A decoy drawn from random bits: its numbers, tap by tap. */
  public float[] draw(RandomGenerator bits) {
    return drawing.draw(new Lot(bits));
  }
}
