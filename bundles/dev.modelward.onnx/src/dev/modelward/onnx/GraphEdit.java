// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.onnx.wire.Children;
import dev.modelward.onnx.wire.Splice;
import dev.modelward.onnx.wire.WireWriter;
import java.util.Set;
import java.util.stream.Collectors;

/** A change of a graph that leaves every byte alone that it does not speak of. */
public final class GraphEdit {
  private final Graph graph;
  private final Splice splice;

  GraphEdit(Graph graph) {
    this.graph = graph;
    this.splice = new Splice(graph.message());
  }

  /** Puts another node in the place of the one at an index. */
  public GraphEdit replaceNode(int index, Node node) {
    splice.replace(Graph.NODE, graph.nodeChildren().span(index), node.message());
    return this;
  }

  /** Takes the node at an index out. */
  public GraphEdit removeNode(int index) {
    splice.remove(graph.nodeChildren().span(index));
    return this;
  }

  /** Adds a node before the one at an index, behind those that were added there. */
  public GraphEdit insertNode(int index, Node node) {
    Bytes field = new WireWriter().bytes(Graph.NODE, node.message()).message();
    splice.insertBefore(graph.nodeChildren().span(index), field);
    return this;
  }

  /** Adds a node behind all others. */
  public GraphEdit add(Node node) {
    return add(graph.nodeChildren(), Graph.NODE, node.message());
  }

  /** Puts another tensor in the place of the initializer at an index. */
  public GraphEdit replaceInitializer(int index, Tensor tensor) {
    splice.replace(Graph.INITIALIZER, graph.initializerChildren().span(index), tensor.message());
    return this;
  }

  /** Takes the initializer at an index out. */
  public GraphEdit removeInitializer(int index) {
    splice.remove(graph.initializerChildren().span(index));
    return this;
  }

  /** Adds an initializer behind all others. */
  public GraphEdit add(Tensor initializer) {
    return add(graph.initializerChildren(), Graph.INITIALIZER, initializer.message());
  }

  /** Makes inputs of some initializers. */
  public GraphEdit makeInputs(Set<String> initializers) {
    Set<String> inputs = graph.inputs().stream().map(Value::name).collect(Collectors.toSet());
    for (int i = 0; i < graph.initializers().size(); i++) {
      Tensor tensor = graph.initializers().get(i);
      if (initializers.contains(tensor.name())) {
        removeInitializer(i);
        if (inputs.add(tensor.name())) {
          long[] dims = tensor.dims().stream().mapToLong(Long::longValue).toArray();
          ValueType type = new ValueType.OfTensor(tensor.type(), Shape.of(dims));
          addInput(new Value(tensor.name(), type));
        }
      }
    }
    return this;
  }

  /** Adds an input behind all others. */
  public GraphEdit addInput(Value input) {
    return add(graph.inputChildren(), Graph.INPUT, input.write());
  }

  /** Adds an output behind all others. */
  public GraphEdit addOutput(Value output) {
    return add(graph.outputChildren(), Graph.OUTPUT, output.write());
  }

  /** The changed graph. */
  public Graph apply() {
    return Graph.made(splice.apply(), graph.trail());
  }

  private <T> GraphEdit add(Children<T> siblings, int number, Bytes message) {
    Bytes field = new WireWriter().bytes(number, message).message();
    if (siblings.size() == 0) {
      splice.append(field);
    } else {
      splice.insertAfter(siblings.span(siblings.size() - 1), field);
    }
    return this;
  }
}
