// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

/** Blocks of which each tap is normally distributed and does not know of the others. */
public record Bell(Moments moments) implements Drawing {
  private static final int FEW_NUMBERS = 16;

  /** The bells of the blocks of a census. */
  public static Bell of(Census census) {
    return census.isPoor() ? ofFew(census) : new Bell(Moments.of(census));
  }

  /** The same bell for each tap, since few blocks tell no more. */
  static Bell ofFew(Census census) {
    return new Bell(
        census.count() * census.taps() < FEW_NUMBERS
            ? Moments.alike(census.taps(), 0, census.prior())
            : Moments.of(census).together());
  }

  @Override
  public double[] draw(Lot lot) {
    double[] block = new double[moments.taps()];
    for (int i = 0; i < block.length; i++) {
      block[i] = moments.mean(i) + Math.sqrt(moments.variance(i)) * lot.normal();
    }
    return block;
  }
}
