// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.evaluate.Interval;
import dev.modelward.protect.importance.Choice;
import java.util.List;

/**
 * How good a model is with decoys in its first blocks: the share that was asked for, the blocks
 * that were chosen, and what was measured with the decoys of each seed.
 */
public record Point(double asked, Choice choice, List<Double> values) {

  /** Keeps its own copy, and refuses to say what nobody measured. */
  public Point {
    values = new Draws(values).values();
  }

  /** The mean over the seeds. */
  public double mean() {
    return new Draws(values).mean();
  }

  /** The standard deviation over the seeds; 0 for a single one. */
  public double deviation() {
    return new Draws(values).deviation();
  }

  /** Where the mean over all seeds lies with a confidence of 95 %. */
  public Interval interval() {
    return new Draws(values).interval();
  }
}
