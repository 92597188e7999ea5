// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How good a model should be with decoys in any share of its blocks: what was measured, and between
 * two measurements what lies on a line between them on the logarithmic axis.
 */
public record Prediction(String metric, double plain, List<Measurement> points) {
  /** Of a model of which nothing was measured. */
  public static final Prediction NONE = new Prediction("", 0, List.of());

  private static final double LEAST = 1e-6;

  /** Keeps its own copy, by rising shares. */
  public Prediction {
    points = points.stream().sorted(Comparator.comparingDouble(Measurement::share)).toList();
  }

  /** Whether nothing was measured. */
  public boolean isNone() {
    return points.isEmpty();
  }

  /** Whether the figure is a share of one, which is told as a percentage. */
  public boolean isShare() {
    return metric.startsWith("top-") || metric.equals("agreement");
  }

  /** The figure for a share; nothing beyond the last measurement. */
  public OptionalDouble at(double share) {
    if (isNone() || share > points.getLast().share()) {
      return OptionalDouble.empty();
    }
    List<Measurement> all = new ArrayList<>(points);
    all.add(0, new Measurement(0, plain, plain, plain));
    Measurement left = all.getFirst();
    for (Measurement right : all) {
      if (right.share() >= share) {
        return OptionalDouble.of(between(left, right, share));
      }
      left = right;
    }
    return OptionalDouble.empty();
  }

  private static double between(Measurement left, Measurement right, double share) {
    double from = Math.log(Math.max(LEAST, left.share()));
    double to = Math.log(Math.max(LEAST, right.share()));
    if (to <= from) {
      return right.mean();
    }
    double part = Math.clamp((Math.log(Math.max(LEAST, share)) - from) / (to - from), 0, 1);
    return left.mean() + part * (right.mean() - left.mean());
  }
}
