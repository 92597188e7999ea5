// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import java.util.List;

/** The strokes of the ten signs: points in the square between -1 and 1, y downwards. */
final class Strokes {
  private static final int STEPS = 20;
  private static final List<List<double[]>> ALL =
      List.of(
          List.of(arc(0.9, 0.9, 0, 360)),
          List.of(line(0, -1, 0, 1), line(-1, 0, 1, 0)),
          List.of(line(0, -1, 0.95, 0.8, -0.95, 0.8, 0, -1)),
          List.of(line(-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8, -0.8, -0.8)),
          List.of(line(-1, 0, 1, 0), line(0.3, -0.7, 1, 0, 0.3, 0.7)),
          List.of(line(-0.8, -0.9, 0.8, -0.9, -0.8, 0.9, 0.8, 0.9)),
          List.of(arc(0.05, 1, 0, 700)),
          List.of(line(0, 1, 0, 0), line(-0.8, -1, 0, 0, 0.8, -1)),
          List.of(line(-0.5, -1, -0.5, 1), line(0.5, -1, 0.5, 1)),
          List.of(line(0.5, -1, 0.5, 0.4), moved(arc(0.55, 0.55, 0, 180), -0.05, 0.4)));

  private Strokes() {}

  static List<double[]> of(int sign) {
    return ALL.get(sign);
  }

  private static double[] line(double... points) {
    return points;
  }

  /** Turns about the middle while the radius grows from one value to another. */
  private static double[] arc(double inner, double outer, double from, double to) {
    int steps = (int) Math.ceil(STEPS * (to - from) / 360);
    double[] points = new double[2 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      double angle = StrictMath.toRadians(from + (to - from) * part);
      double radius = inner + (outer - inner) * part;
      points[2 * i] = radius * StrictMath.cos(angle);
      points[2 * i + 1] = radius * StrictMath.sin(angle);
    }
    return points;
  }

  private static double[] moved(double[] points, double x, double y) {
    for (int i = 0; i < points.length; i += 2) {
      points[i] += x;
      points[i + 1] += y;
    }
    return points;
  }
}
