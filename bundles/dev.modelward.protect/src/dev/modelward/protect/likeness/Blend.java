// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

/** Blocks in directions as those of a census have them, as far from the mean as they are. */
public final class Blend implements Drawing {
  private static final int MOST_TAPS = 64;
  private static final int BLOCKS_PER_TAP = 2;

  private final Frame frame;
  private final Directions directions;
  private final Ladder radii;
  private final Moments moments;

  Blend(Frame frame, Directions directions, Ladder radii) {
    this.frame = frame;
    this.directions = directions;
    this.radii = radii;
    this.moments = directions.moments(radii.meanSquare());
  }

  /** What blends in with the blocks of a census. */
  public static Drawing of(Census census) {
    if (census.isPoor()) {
      return Bell.ofFew(census);
    }
    if (census.taps() == 1) {
      return LoneTap.of(census);
    }
    boolean areEnough =
        census.taps() <= MOST_TAPS && census.count() >= BLOCKS_PER_TAP * census.taps();
    Neighbours neighbours = new Neighbours(census);
    return areEnough ? neighbours.together() : neighbours.apart();
  }

  @Override
  public double[] draw(Lot lot) {
    double radius = radii.draw(lot);
    double[] place = directions.draw(lot);
    for (int i = 0; i < place.length; i++) {
      place[i] *= radius;
    }
    double[] block = frame.away(place);
    for (int tap = 0; tap < block.length; tap++) {
      block[tap] += frame.mean(tap);
    }
    return block;
  }

  @Override
  public Moments moments() {
    return moments;
  }
}
