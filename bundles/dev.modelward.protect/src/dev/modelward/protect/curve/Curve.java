// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.evaluate.Metric;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Ranking;
import java.util.List;

/** How good a model is when more and more of its blocks, the most important first, are decoys. */
public record Curve(
    Criterion criterion, Ranking ranking, Metric metric, double plain, List<Point> points) {

  /** Keeps its own copy. */
  public Curve {
    points = List.copyOf(points);
  }
}
