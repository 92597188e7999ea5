// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.tensor.SparseTensor;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;

/** Visits every tensor of a model, however deep it stands. */
final class TensorWalk {
  private final Consumer<Tensor> visitor;

  private TensorWalk(Consumer<Tensor> visitor) {
    this.visitor = visitor;
  }

  static void visit(OnnxModel model, Consumer<Tensor> visitor) {
    TensorWalk walk = new TensorWalk(visitor);
    walk.graph(model.graph());
    model.functions().forEach(function -> walk.nodes(function.nodes()));
  }

  private void graph(Graph graph) {
    graph.initializers().forEach(visitor);
    graph.sparseInitializers().forEach(this::sparse);
    nodes(graph.nodes());
  }

  private void nodes(List<Node> nodes) {
    nodes.forEach(node -> node.attributes().forEach(attribute -> value(attribute.value())));
  }

  private void sparse(SparseTensor tensor) {
    visitor.accept(tensor.values());
    visitor.accept(tensor.indices());
  }

  private void value(AttributeValue value) {
    switch (value) {
      case AttributeValue.OfTensor tensor -> visitor.accept(tensor.value());
      case AttributeValue.OfSparseTensor tensor -> sparse(tensor.value());
      case AttributeValue.OfGraph graph -> graph(graph.value());
      case AttributeValue.OfMany many -> many.values().forEach(this::value);
      case AttributeValue.OfFloat number -> {}
      case AttributeValue.OfInt number -> {}
      case AttributeValue.OfText text -> {}
      case AttributeValue.OfType type -> {}
      case AttributeValue.Reference reference -> {}
    }
  }
}
