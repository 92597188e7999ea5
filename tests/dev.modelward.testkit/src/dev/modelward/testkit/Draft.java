// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;

/** A graph that a test writes down in the order in which it is computed. */
public final class Draft {
  private static final long IR_VERSION = 10;
  private static final long OPSET = 21;

  private final GraphEdit graph;

  /** A graph of a name, still empty. */
  public Draft(String name) {
    this.graph = Graph.named(name).edit();
  }

  /** Adds an input of floats. */
  public Draft input(String name, long... dims) {
    return input(name, ElementType.FLOAT32, dims);
  }

  /** Adds an input. */
  public Draft input(String name, ElementType type, long... dims) {
    graph.addInput(value(name, type, dims));
    return this;
  }

  /** Adds an output of floats. */
  public Draft output(String name, long... dims) {
    return output(name, ElementType.FLOAT32, dims);
  }

  /** Adds an output. */
  public Draft output(String name, ElementType type, long... dims) {
    graph.addOutput(value(name, type, dims));
    return this;
  }

  /** Adds an initializer. */
  public Draft tensor(Tensor tensor) {
    graph.add(tensor);
    return this;
  }

  /**
   * Adds a node written as in {@code Gemm x w b -> y}, with its attributes; a dash stands for a
   * value left out.
   */
  public Draft node(String line, Attribute... attributes) {
    graph.add(node(line, List.of(attributes)));
    return this;
  }

  private static Node node(String line, List<Attribute> attributes) {
    String[] sides = line.split(" -> ");
    List<String> left = names(sides[0]);
    List<String> right = names(sides[1]);
    Node node = Node.of(left.getFirst(), left.subList(1, left.size()), right);
    for (Attribute attribute : attributes) {
      node = node.with(attribute);
    }
    return node.named(right.getFirst() + "_" + left.getFirst());
  }

  private static List<String> names(String side) {
    return List.of(side.split(" ")).stream().map(name -> "-".equals(name) ? "" : name).toList();
  }

  /** The graph. */
  public Graph graph() {
    return graph.apply();
  }

  /** A model of the graph. */
  public OnnxModel model() {
    return OnnxModel.of(IR_VERSION, List.of(new Opset("", OPSET)), graph());
  }

  /** A model of the graph, with fields at its end and at the end of its graph. */
  OnnxModel modelWith(Message graphFields, Message modelFields) {
    Bytes whole = Bytes.join(List.of(graph().message(), graphFields.toBytes()));
    Message model =
        new Message()
            .integer(1, IR_VERSION)
            .text(2, "testkit")
            .bytes(7, whole)
            .message(8, new Message().integer(2, OPSET))
            .raw(modelFields.toArray());
    try {
      return OnnxModel.read(model.toBytes(), new Source.OfMemory("draft"));
    } catch (OnnxFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Value value(String name, ElementType type, long... dims) {
    return new Value(name, new ValueType.OfTensor(type, Shape.of(dims)));
  }
}
