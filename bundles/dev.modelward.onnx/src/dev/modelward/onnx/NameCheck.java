// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that every value a node reads is given or produced somewhere, and produced only once. */
final class NameCheck {
  private final Trail trail;
  private final Set<String> known;

  private NameCheck(Trail trail, Set<String> known) {
    this.trail = trail;
    this.known = known;
  }

  static void check(Graph graph) throws OnnxFormatException {
    check(graph, Set.of());
  }

  private static void check(Graph graph, Set<String> outer) throws OnnxFormatException {
    Set<String> known = new HashSet<>(outer);
    graph.inputs().forEach(input -> known.add(input.name()));
    graph.initializers().forEach(tensor -> known.add(tensor.name()));
    graph.sparseInitializers().forEach(tensor -> known.add(tensor.name()));
    NameCheck check = new NameCheck(graph.trail(), known);
    check.nodes(graph.nodes());
    for (Value output : graph.outputs()) {
      check.expectKnown(output.name(), graph.message().offsetOf(0), "as an output of the graph");
    }
  }

  static void check(Function function, Trail trail) throws OnnxFormatException {
    new NameCheck(trail, new HashSet<>(function.inputs())).nodes(function.nodes());
  }

  private void nodes(List<Node> nodes) throws OnnxFormatException {
    Set<String> produced = new HashSet<>();
    for (Node node : nodes) {
      for (String output : node.outputs()) {
        produce(node, output, produced);
      }
    }
    known.addAll(produced);
    for (Node node : nodes) {
      node(node);
    }
  }

  private void produce(Node node, String output, Set<String> produced) throws OnnxFormatException {
    if (!output.isEmpty() && !produced.add(output)) {
      throw new OnnxFormatException(
          trail,
          node.message().offsetOf(0),
          "value '" + output + "' to be produced by one node",
          "a second one, " + node);
    }
  }

  private void node(Node node) throws OnnxFormatException {
    for (String input : node.inputs()) {
      expectKnown(input, node.message().offsetOf(0), "as an input of " + node);
    }
    for (Attribute attribute : node.attributes()) {
      attribute(attribute.value());
    }
  }

  private void attribute(AttributeValue value) throws OnnxFormatException {
    if (value instanceof AttributeValue.OfGraph graph) {
      check(graph.value(), known);
    } else if (value instanceof AttributeValue.OfMany many) {
      for (AttributeValue each : many.values()) {
        attribute(each);
      }
    }
  }

  private void expectKnown(String name, long offset, String role) throws OnnxFormatException {
    if (!name.isEmpty() && !known.contains(name)) {
      throw new OnnxFormatException(
          trail,
          offset,
          "value '" + name + "' " + role + " to be given or produced",
          "nothing of that name");
    }
  }
}
