// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import java.util.List;
import java.util.Optional;

/** What was measured of a model on a data set. */
public record Evaluation(long records, List<Figure> figures) {

  /** Keeps its own copy. */
  public Evaluation {
    figures = List.copyOf(figures);
  }

  /** The figure of a metric, if that was measured. */
  public Optional<Figure> find(Metric metric) {
    return figures.stream().filter(figure -> figure.metric() == metric).findFirst();
  }

  /**
   * The figure of a metric that was asked for.
   *
   * @throws IllegalArgumentException if it was not
   */
  public Figure figure(Metric metric) {
    return find(metric)
        .orElseThrow(
            () -> new IllegalArgumentException("expected " + metric + " among " + figures));
  }

  Evaluation without(Metric metric) {
    return new Evaluation(
        records, figures.stream().filter(figure -> figure.metric() != metric).toList());
  }
}
