// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.onnx.OnnxModel;
import java.util.List;

/** What a training has made of a model, and the mean loss of each of its epochs. */
public record Trained(OnnxModel model, List<Double> losses) {
  /** Keeps its own copy. */
  public Trained {
    losses = List.copyOf(losses);
  }
}
