// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.util.ArrayList;
import java.util.List;

/** The way from a source down to a value in it, as in {@code graph.node[3].attribute[0]}. */
public final class Trail {
  private final Source source;
  private final List<Trail> above;
  private final String step;
  private final int depth;

  private Trail(Source source, List<Trail> above, String step) {
    this.source = source;
    this.above = above;
    this.step = step;
    this.depth = above.isEmpty() ? 0 : above.get(0).depth + 1;
  }

  /** The start of every trail in a source. */
  public static Trail of(Source source) {
    return new Trail(source, List.of(), "");
  }

  /** The trail one message further down. */
  public Trail down(String field) {
    return new Trail(source, List.of(this), field);
  }

  /** The trail one message further down, into one of several. */
  public Trail down(String field, int index) {
    return down(field + "[" + index + "]");
  }

  /** The source at its start. */
  public Source source() {
    return source;
  }

  /** The number of messages around this one. */
  public int depth() {
    return depth;
  }

  @Override
  public String toString() {
    List<String> steps = new ArrayList<>();
    Trail trail = this;
    while (!trail.above.isEmpty()) {
      steps.add(trail.step);
      trail = trail.above.get(0);
    }
    return steps.isEmpty() ? "model" : String.join(".", steps.reversed());
  }
}
