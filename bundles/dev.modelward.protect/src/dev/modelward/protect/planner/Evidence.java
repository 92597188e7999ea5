// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.Metric;
import java.util.List;

/**
 * By what views were measured, how good the model as it is, and all that was measured, in order.
 */
public record Evidence(Metric metric, double plain, List<Reading> readings) {

  /** Keeps its own copy. */
  public Evidence {
    readings = List.copyOf(readings);
  }

  /** A quality as people write it. */
  public String text(double quality) {
    return new Counting(metric).text(quality);
  }
}
