// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that every value a node reads is given or produced somewhere, and produced only once. */
final class NameCheck {
  private final Trail trail;
  private final Set<String> own = new HashSet<>();

  /** The names of this graph and of those around it, each in a set of its own and never copied. */
  private final List<Set<String>> known;

  private NameCheck(Trail trail, List<Set<String>> outer) {
    this.trail = trail;
    this.known = new ArrayList<>(outer);
    this.known.add(own);
  }

  static void check(Graph graph) throws OnnxFormatException {
    check(graph, List.of());
  }

  private static void check(Graph graph, List<Set<String>> outer) throws OnnxFormatException {
    NameCheck check = new NameCheck(graph.trail(), outer);
    graph.inputs().forEach(input -> check.own.add(input.name()));
    graph.initializers().forEach(tensor -> check.own.add(tensor.name()));
    graph.sparseInitializers().forEach(tensor -> check.own.add(tensor.name()));
    check.nodes(graph.nodes());
    for (Value output : graph.outputs()) {
      check.expectKnown(output.name(), graph.message().offsetOf(0), "as an output of the graph");
    }
  }

  static void check(Function function, Trail trail) throws OnnxFormatException {
    NameCheck check = new NameCheck(trail, List.of());
    check.own.addAll(function.inputs());
    check.nodes(function.nodes());
  }

  private void nodes(List<Node> nodes) throws OnnxFormatException {
    Set<String> produced = new HashSet<>();
    for (Node node : nodes) {
      for (String output : node.outputs()) {
        produce(node, output, produced);
      }
    }
    own.addAll(produced);
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
    if (!name.isEmpty() && known.stream().noneMatch(names -> names.contains(name))) {
      throw new OnnxFormatException(
          trail,
          offset,
          "value '" + name + "' " + role + " to be given or produced",
          "nothing of that name");
    }
  }
}
