// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.likeness.Bell;
import dev.modelward.protect.likeness.Blend;
import dev.modelward.protect.likeness.Drawing;
import dev.modelward.protect.likeness.Lot;
import dev.modelward.protect.likeness.Moments;
import java.io.IOException;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;

/**
 * The decoys of one layer, as the layer computes with them. A decoy depends on random bits, on its
 * place, and on statistics of the layer's public blocks, never on the block whose place it takes:
 * see {@code docs/decoys.md} for what is drawn where a layer has few public blocks, one tap, or
 * many.
 */
public final class Decoys {
  private final Measure measure;
  private final Drawing drawing;
  private final Holes holes;
  private final Moments moments;

  private Decoys(Measure measure, Drawing drawing, Holes holes) {
    this.measure = measure;
    this.drawing = drawing;
    this.holes = holes;
    this.moments = holes.left(drawing.moments());
  }

  /**
   * The decoys of some kind for a layer of which some blocks are sealed. Except for {@link
   * Decoy.Dprm}, no number of a sealed block is looked at.
   */
  public static Decoys of(Decoy kind, LayerBlocks blocks, LongPredicate isSealed)
      throws IOException {
    return switch (kind) {
      case Decoy.Blending blending -> blending(blocks, isSealed.negate());
      case Decoy.Dprm published -> published(blocks);
    };
  }

  private static Decoys blending(LayerBlocks blocks, LongPredicate isPublic) throws IOException {
    Measure measure = Measure.of(blocks);
    Survey survey = Survey.of(measure, isPublic);
    return new Decoys(measure, Blend.of(survey.census()), survey.holes());
  }

  private static Decoys published(LayerBlocks blocks) throws IOException {
    Measure measure = Measure.of(blocks);
    Survey survey = Survey.of(measure, block -> true);
    Moments all = survey.holes().left(Bell.of(survey.census()).moments());
    return new Decoys(measure, new Bell(all), new Holes(measure.taps()));
  }

  /** A decoy for the place of a block, drawn from random bits: its numbers, tap by tap. */
  double[] draw(long block, RandomGenerator bits) {
    Lot lot = new Lot(bits);
    double[] decoy = drawing.draw(lot);
    holes.punch(decoy, lot);
    for (int tap = 0; tap < decoy.length; tap++) {
      decoy[tap] *= measure.step(block, tap);
    }
    return decoy;
  }

  /** The mean squared difference of decoys and a number in the place of a block's tap. */
  public double displacement(long block, int tap, float value) {
    double scale = measure.step(block, tap);
    double away = scale * moments.mean(tap) - value;
    return scale * scale * moments.variance(tap) + away * away;
  }
}
