// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import java.util.HashSet;
import java.util.Set;

/** What is given before a graph runs: its tensors, and nodes that only bring these into a form. */
final class Givens {
  private static final Set<String> FORMS =
      Set.of(
          "Constant",
          "ConstantOfShape",
          "Identity",
          "Cast",
          "Transpose",
          "Reshape",
          "Squeeze",
          "Unsqueeze",
          "DequantizeLinear");

  private final Set<String> values = new HashSet<>();
  private final Set<Integer> nodes = new HashSet<>();

  Givens(Graph graph) {
    graph.initializers().forEach(tensor -> values.add(tensor.name()));
    graph.sparseInitializers().forEach(tensor -> values.add(tensor.name()));
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      if (isForm(node)) {
        nodes.add(i);
        values.addAll(node.outputs());
      }
    }
  }

  private boolean isForm(Node node) {
    return node.domain().isEmpty()
        && FORMS.contains(node.operator())
        && node.inputs().stream().allMatch(input -> input.isEmpty() || values.contains(input));
  }

  /** Whether a value is given. */
  boolean hasValue(String value) {
    return values.contains(value);
  }

  /** Whether a node only brings what is given into a form. */
  boolean hasNode(int node) {
    return nodes.contains(node);
  }
}
