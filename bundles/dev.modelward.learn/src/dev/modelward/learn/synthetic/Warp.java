// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import dev.modelward.learn.chance.SplitMix64;

/** An affine map from the square between -1 and 1 into an image. */
record Warp(double xx, double xy, double yx, double yy, double x, double y) {

  /** Turns by up to 30 degrees, shears, stretches each way and moves. */
  static Warp random(SplitMix64 lot, int side) {
    double angle = lot.between(-0.52, 0.52);
    double shear = lot.between(-0.3, 0.3);
    double size = lot.between(0.24, 0.4) * side;
    double stretch = lot.between(0.8, 1.25);
    double room = side / 2.0 - size;
    // StrictMath, because Math may differ in the last bit from machine to machine
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double wide = size * stretch;
    double high = size / stretch;
    return new Warp(
        wide * cos,
        wide * (shear * cos) - high * sin,
        wide * sin,
        wide * (shear * sin) + high * cos,
        side / 2.0 + lot.between(-room, room),
        side / 2.0 + lot.between(-room, room));
  }

  /** Maps points, given as x and y in turn. */
  double[] apply(double[] points) {
    double[] mapped = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      mapped[i] = x + xx * points[i] + xy * points[i + 1];
      mapped[i + 1] = y + yx * points[i] + yy * points[i + 1];
    }
    return mapped;
  }
}
