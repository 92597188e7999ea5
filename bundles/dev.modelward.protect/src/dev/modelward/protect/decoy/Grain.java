// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Numbers;
import dev.modelward.protect.blocks.Footprint;
import dev.modelward.protect.blocks.LayerBlocks;
import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * How coarse the stored numbers of public blocks are: of floats, how many significant bits they use
 * and what the least of these is worth, since those that were 16-bit floats once still look like
 * it; of integers, the range that they keep within.
 */
final class Grain {
  private static final int BITS = 53;

  private final boolean isWhole;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private int bits = 1;
  private int lowest = Double.MAX_EXPONENT;

  private Grain(boolean isWhole) {
    this.isWhole = isWhole;
  }

  static Grain of(LayerBlocks blocks, LongPredicate isPublic) throws IOException {
    ElementType type = blocks.weight().tensor().type();
    Footprint footprint = Footprint.of(blocks.tiling());
    Numbers numbers = blocks.weight().tensor().numbers();
    Grain grain = new Grain(!type.isFloating());
    int full = significant(type);
    for (long block : new Picks(blocks.count(), isPublic).some(footprint.taps())) {
      for (int tap = 0; tap < footprint.taps() && grain.bits < full; tap++) {
        grain.add(numbers.at(footprint.first(block) + footprint.step(tap)));
      }
    }
    return grain.bits < full ? grain : new Grain(grain.isWhole);
  }

  /** How many significant bits a type has room for; more than any for integers. */
  private static int significant(ElementType type) {
    return switch (type) {
      case FLOAT64 -> BITS;
      case FLOAT32 -> 24;
      case FLOAT16 -> 11;
      case BFLOAT16 -> 8;
      default -> Integer.MAX_VALUE;
    };
  }

  private void add(double number) {
    if (!Double.isFinite(number)) {
      return;
    }
    least = Math.min(least, number);
    most = Math.max(most, number);
    int exponent = Math.getExponent(number);
    if (!isWhole && exponent >= Double.MIN_EXPONENT) {
      int zeros = Math.min(BITS - 1, Long.numberOfTrailingZeros(Double.doubleToLongBits(number)));
      bits = Math.max(bits, BITS - zeros);
      lowest = Math.min(lowest, exponent - BITS + 1 + zeros);
    }
  }

  /** The number nearest to one that could have been stored in a public block. */
  double nearest(double stored) {
    if (least > most || !Double.isFinite(stored)) {
      return stored;
    }
    if (isWhole) {
      return Math.clamp(stored, least, most);
    }
    int exponent = Math.max(lowest, Math.getExponent(stored) - bits + 1);
    return Math.scalb(Math.rint(Math.scalb(stored, -exponent)), exponent);
  }
}
