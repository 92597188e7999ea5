// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.evaluate.Interval;
import java.util.List;

/** How good a model is with the decoys of each of some seeds. */
public record Draws(List<Double> values) {

  /** Keeps its own copy, and refuses to say what nobody measured. */
  public Draws {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("expected at least one measurement");
    }
  }

  /** The mean over the seeds. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The standard deviation over the seeds; 0 for a single one. */
  public double deviation() {
    double mean = mean();
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
  }

  /** Where the mean over all seeds lies with a confidence of 95 %. */
  public Interval interval() {
    return Interval.ofMean(mean(), deviation(), values.size());
  }
}
