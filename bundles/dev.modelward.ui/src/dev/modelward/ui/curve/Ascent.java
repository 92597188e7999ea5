// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import dev.modelward.ui.heat.HeatSummary;
import dev.modelward.ui.heat.ShareAxis;
import java.util.List;
import java.util.stream.IntStream;

/** Which part of all scores the most important blocks have, at even places of an axis. */
record Ascent(ShareAxis axis, List<Double> parts) {
  private static final int STEPS = 160;

  /** Keeps its own copy. */
  Ascent {
    parts = List.copyOf(parts);
  }

  static Ascent of(HeatSummary summary, ShareAxis axis) {
    return new Ascent(
        axis,
        IntStream.rangeClosed(0, STEPS)
            .mapToObj(step -> summary.cut(axis.share((double) step / STEPS)).ofScores())
            .toList());
  }

  /** The points of the line in a plot. */
  double[] points(Plot plot) {
    double[] points = new double[parts.size() * 2];
    for (int i = 0; i < parts.size(); i++) {
      points[2 * i] = plot.x(axis.share((double) i / STEPS));
      points[2 * i + 1] = plot.y(parts.get(i));
    }
    return points;
  }
}
