// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

/** Blocks of a single tap, spread like the numbers of a ladder. */
record LoneTap(Ladder ladder) implements Drawing {

  static LoneTap of(Census census) {
    double[] numbers = new double[census.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = census.at(i, 0);
    }
    return new LoneTap(Ladder.of(numbers));
  }

  @Override
  public double[] draw(Lot lot) {
    return new double[] {ladder.draw(lot)};
  }

  @Override
  public Moments moments() {
    double mean = ladder.mean();
    return Moments.alike(1, mean, Math.max(0, ladder.meanSquare() - mean * mean));
  }
}
