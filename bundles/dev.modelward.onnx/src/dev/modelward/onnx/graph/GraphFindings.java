// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.tensor.SparseTensor;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is wrong with one graph. */
final class GraphFindings {
  private final Graph graph;
  private final Wiring wiring;
  private final String where;

  GraphFindings(Graph graph, Scope scope) {
    this.graph = graph;
    this.wiring = Wiring.of(graph);
    this.where = scope.isMain() ? "graph" : "graph " + scope;
  }

  List<Finding> all() {
    List<Finding> found = new ArrayList<>(order());
    found.addAll(definedTwice());
    found.addAll(unused());
    return found;
  }

  private List<Finding> order() {
    if (wiring.isSorted()) {
      return List.of();
    }
    List<Node> nodes = graph.nodes();
    try {
      wiring.order();
    } catch (OnnxFormatException e) {
      return List.of(
          Finding.error(
              where, "Nodes that wait for each other can never run: %s. Break it.", e.found()));
    }
    List<Integer> early = IntStream.range(0, nodes.size()).filter(this::isEarly).boxed().toList();
    return List.of(
        Finding.warning(
            where,
            "The nodes are out of order: %,d of %,d before a node that they read from, first %s."
                + " Sort them; many tools refuse this order.",
            early.size(),
            nodes.size(),
            nodes.get(early.get(0))));
  }

  private boolean isEarly(int node) {
    return wiring.predecessors(node).stream().anyMatch(before -> before > node);
  }

  private List<Finding> definedTwice() {
    Map<String, Integer> definitions = new LinkedHashMap<>();
    Stream.concat(
            graph.initializers().stream().map(Tensor::name),
            graph.sparseInitializers().stream().map(SparseTensor::name))
        .forEach(name -> definitions.merge(name, 1, Integer::sum));
    return definitions.entrySet().stream()
        .filter(definition -> definition.getValue() > 1)
        .map(definition ->
            Finding.warning(
                where,
                "Initializer '%s' is defined %,d times, and the last one counts."
                    + " Keep one of them.",
                definition.getKey(),
                definition.getValue()))
        .toList();
  }

  private List<Finding> unused() {
    List<Tensor> unused =
        graph.initializers().stream()
            .filter(tensor -> wiring.consumers(tensor.name()).isEmpty())
            .filter(tensor -> !wiring.isOutput(tensor.name()))
            .toList();
    if (unused.isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.note(
            where,
            "No node reads %,d of %,d initializers (%,d bytes), first '%s'. Remove what is not read.",
            unused.size(),
            graph.initializers().size(),
            unused.stream().mapToLong(tensor -> tensor.type().bytes(tensor.elements())).sum(),
            unused.get(0).name()));
  }
}
