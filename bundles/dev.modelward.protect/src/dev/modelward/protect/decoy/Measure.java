// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.Footprint;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Pen;
import dev.modelward.protect.blocks.Values;
import java.io.IOException;

/**
 * The numbers of a layer's blocks, counted in the steps of their grid where they are quantized: in
 * this measure a channel of small steps has numbers like those of a channel of large steps.
 */
record Measure(LayerBlocks blocks, Footprint footprint, Values values, Pen pen) {
  private static final double RANGE_IN_DEVIATIONS = 6;

  static Measure of(LayerBlocks blocks) throws IOException {
    return new Measure(blocks, Footprint.of(blocks.tiling()), Values.of(blocks), Pen.of(blocks));
  }

  int taps() {
    return footprint.taps();
  }

  /** Whether numbers are rounded to whole ones. */
  boolean isRounded() {
    return !blocks.weight().tensor().type().isFloating();
  }

  /** How much 1 in this measure is at a block's tap. */
  double step(long block, int tap) {
    return pen.step(footprint.first(block) + footprint.step(tap));
  }

  /** Reads a block; false if some of its numbers are none. */
  boolean read(long block, double[] numbers) {
    long first = footprint.first(block);
    boolean areFinite = true;
    for (int tap = 0; tap < numbers.length; tap++) {
      long element = first + footprint.step(tap);
      numbers[tap] = values.at(element) / pen.step(element);
      areFinite &= Double.isFinite(numbers[tap]);
    }
    return areFinite;
  }

  /**
   * The variance of numbers of which nothing is known: that by which people begin to train a layer
   * of such a fan-in (He, Zhang, Ren, Sun: Delving deep into rectifiers, ICCV 2015, section 2.2);
   * of integers, one that fills their range.
   */
  double prior() {
    if (isRounded()) {
      double deviation = (1L << blocks.weight().tensor().type().bits()) / RANGE_IN_DEVIATIONS;
      return deviation * deviation;
    }
    long outputs = blocks.tiling().dims().isEmpty() ? 1 : blocks.tiling().dims().get(blocks.axis());
    return 2.0 / Math.max(1, blocks.weights() / outputs);
  }
}
