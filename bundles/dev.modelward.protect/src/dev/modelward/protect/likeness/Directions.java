// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

/**
 * Directions in a frame, drawn half-way between that of some block, or its opposite, and any at
 * right angles to it: so what blocks prefer in ways that no covariance tells is kept. Where blocks
 * are not that near to each other, directions are no nearer to them.
 */
final class Directions {
  /** The cosine of half a right angle. */
  private static final double HALF_WAY = Math.sqrt(0.5);

  private final Frame frame;
  private final Headings headings;
  private final double along;
  private final double aside;

  private Directions(Frame frame, Headings headings, double nearness) {
    this.frame = frame;
    this.headings = headings;
    this.along = nearness;
    this.aside = Math.sqrt(1 - nearness * nearness);
  }

  /** The directions that go with the blocks of a census. */
  static Directions of(Frame frame, Census census) {
    Headings headings = Headings.of(frame, census);
    boolean isLine = frame.directions() < 2;
    return new Directions(frame, headings, isLine ? 1 : Math.min(HALF_WAY, headings.nearness()));
  }

  /** A place at the distance 1, or the mean's where all blocks are the same. */
  double[] draw(Lot lot) {
    double[] place = frame.any(lot);
    if (headings.count() == 0) {
      return new double[place.length];
    }
    double[] heading = headings.at((int) lot.below(headings.count()));
    double common = 0;
    for (int i = 0; i < place.length; i++) {
      common += place[i] * heading[i];
    }
    double square = 0;
    for (int i = 0; i < place.length; i++) {
      place[i] -= common * heading[i];
      square += place[i] * place[i];
    }
    double away = aside > 0 ? aside / Math.sqrt(square) : 0;
    double way = lot.part() < 0.5 ? along : -along;
    for (int i = 0; i < place.length; i++) {
      place[i] = way * heading[i] + away * place[i];
    }
    return place;
  }

  /** Mean and variance of blocks in these directions, at distances of some mean square. */
  Moments moments(double meanSquare) {
    double[] own = new double[frame.taps()];
    for (int i = 0; i < headings.count(); i++) {
      double[] block = frame.away(headings.at(i));
      for (int tap = 0; tap < own.length; tap++) {
        own[tap] += block[tap] * block[tap] / headings.count();
      }
    }
    double[] mean = new double[own.length];
    double[] variance = new double[own.length];
    for (int tap = 0; tap < own.length; tap++) {
      double others = (frame.variance(tap) - own[tap]) / Math.max(1, frame.directions() - 1);
      mean[tap] = frame.mean(tap);
      variance[tap] = meanSquare * (along * along * own[tap] + aside * aside * others);
    }
    return new Moments(mean, variance);
  }
}
