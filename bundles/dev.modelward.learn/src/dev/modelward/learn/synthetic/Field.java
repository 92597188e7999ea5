// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import dev.modelward.learn.chance.SplitMix64;

/** One field of a mosaic: a middle, a wave across it, and how the wave becomes light. */
record Field(double x, double y, Wave wave, Weave weave, double light, double depth) {
  /** How a wave becomes light. */
  private enum Weave {
    SMOOTH,
    STRIPES,
    CHEQUERS
  }

  /** How fast the phase grows to the right and downwards. */
  private record Wave(double across, double down) {}

  static Field random(SplitMix64 lot, int side) {
    Weave weave = Weave.values()[lot.below(3)];
    double angle = lot.between(0, 2 * Math.PI);
    double period = weave == Weave.SMOOTH ? lot.between(1, 3) * side : lot.between(4, 14);
    double rate = 2 * Math.PI / period;
    Wave wave = new Wave(rate * StrictMath.cos(angle), rate * StrictMath.sin(angle));
    double light = lot.between(60, 195);
    return new Field(
        lot.between(0, side), lot.between(0, side), wave, weave, light, lot.between(20, 60));
  }

  double distance(double px, double py) {
    return (px - x) * (px - x) + (py - y) * (py - y);
  }

  double at(double px, double py) {
    double phase = wave.across * (px - x) + wave.down * (py - y);
    double other = wave.across * (py - y) - wave.down * (px - x);
    // the wave must be the same to the last bit on every machine
    double swing =
        switch (weave) {
          case SMOOTH, STRIPES -> StrictMath.sin(phase);
          case CHEQUERS -> Math.signum(StrictMath.sin(phase) * StrictMath.sin(other));
        };
    return light + depth * swing;
  }
}
