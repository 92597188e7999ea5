// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A weight, and the nodes that hand it on until it is a value of a graph, in their order. */
public record WeightPath(Weight weight, List<Node> nodes) {

  /** Keeps its own copy. */
  public WeightPath {
    nodes = List.copyOf(nodes);
  }

  /** Where values are looked for: a graph of a model, with its wiring and all weights. */
  public record Place(Weights weights, Scope scope, Graph graph, Wiring wiring) {}

  /** The weight that a value of a graph is, if it is one. */
  public static Optional<WeightPath> to(String value, Place place) {
    List<Node> passed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String at = value;
    while (seen.add(at)) {
      Optional<Weight> found = place.weights().find(place.scope(), at);
      if (found.isPresent()) {
        return Optional.of(new WeightPath(found.get(), passed.reversed()));
      }
      Optional<Node> producer =
          place
              .wiring()
              .producer(at)
              .map(place.graph().nodes()::get)
              .filter(node -> Operators.passesOn(node) && !node.inputs().isEmpty());
      if (producer.isEmpty()) {
        return Optional.empty();
      }
      passed.add(producer.get());
      at = producer.get().inputs().getFirst();
    }
    return Optional.empty();
  }
}
