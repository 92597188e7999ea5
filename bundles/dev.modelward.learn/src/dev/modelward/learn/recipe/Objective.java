// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.learn.loss.Loss;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Wiring;

/** What a training makes small. */
public enum Objective {
  /** The cross-entropy of the classes, for data with labels. */
  CROSS_ENTROPY,
  /** The squared difference to the clean images, for data with noise. */
  SQUARED_ERROR,
  /** The first output itself, which a model computes for each sample. */
  OUTPUT;

  /** The loss of a model's first output. */
  public Loss of(OnnxModel model) {
    String output = model.graph().outputs().getFirst().name();
    return switch (this) {
      case CROSS_ENTROPY -> new Loss.CrossEntropy(logits(model.graph(), output));
      case SQUARED_ERROR -> new Loss.SquaredError(output);
      case OUTPUT -> new Loss.Itself(output);
    };
  }

  /** Cross-entropy judges what goes into a soft maximum, not the probabilities it makes. */
  private static String logits(Graph graph, String output) {
    return Wiring.of(graph)
        .producer(output)
        .map(graph.nodes()::get)
        .filter(node -> node.is("Softmax") || node.is("LogSoftmax") || node.is("Identity"))
        .map((Node node) -> logits(graph, node.inputs().getFirst()))
        .orElse(output);
  }
}
