// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;

/** A tensor that a model is given, and the place where it stands. */
public record Weight(String name, Tensor tensor, Site site) {

  /** Where a weight stands. */
  public sealed interface Site {
    /** The graph in which it stands. */
    Scope scope();

    /** An initializer, by its index. */
    record Initializer(Scope scope, int index) implements Site {}

    /** The value of a {@code Constant} node, by the node's index. */
    record Constant(Scope scope, int node) implements Site {}
  }

  /** The attribute of a {@code Constant} node that holds a tensor. */
  static final String CONSTANT_VALUE = "value";

  /** The model with another tensor in this weight's place, every other byte as it was. */
  public OnnxModel replace(OnnxModel model, Tensor replacement) {
    Graph graph = site.scope().graph(model);
    Graph changed =
        switch (site) {
          case Site.Initializer initializer ->
              graph.edit().replaceInitializer(initializer.index(), replacement).apply();
          case Site.Constant constant -> {
            Node node = graph.nodes().get(constant.node());
            Node with = node.with(Scope.attribute(node, CONSTANT_VALUE).with(replacement));
            yield graph.edit().replaceNode(constant.node(), with).apply();
          }
        };
    return site.scope().replace(model, changed);
  }
}
