// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Observed;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.graph.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The backward pass through a graph: from the loss to the values whose gradients are wanted. */
final class Backward {
  private final Graph graph;
  private final Observation observation;
  private final Emitter emit;
  private final Wiring wiring;
  private final List<Integer> order;
  private final Set<String> wanted;
  private final Set<String> needed;
  private final Map<String, List<Term>> arrived = new HashMap<>();

  Backward(Graph graph, Observation observation, Emitter emit, Set<String> wanted)
      throws OnnxFormatException {
    this.graph = graph;
    this.observation = observation;
    this.emit = emit;
    this.wiring = Wiring.of(graph);
    this.order = wiring.order();
    this.wanted = wanted;
    this.needed = dependents(wanted);
  }

  /** The values that change when a wanted one does. */
  private Set<String> dependents(Set<String> wanted) {
    Set<String> dependents = new HashSet<>(wanted);
    for (int index : order) {
      Node node = graph.nodes().get(index);
      if (node.inputs().stream().anyMatch(dependents::contains)) {
        node.outputs().stream().filter(this::isFloating).forEach(dependents::add);
      }
    }
    return dependents;
  }

  private boolean isFloating(String value) {
    return observed(value).filter(seen -> seen.type().isFloating()).isPresent();
  }

  /** Carries gradients from where they were added back to everything that is needed. */
  void run() throws UnsupportedNodeException {
    for (int index : order.reversed()) {
      Node node = graph.nodes().get(index);
      boolean reached = node.outputs().stream().anyMatch(arrived::containsKey);
      if (reached && node.inputs().stream().anyMatch(this::needs)) {
        emit.writeFor(node.operator() + "/" + node.label());
        Rules.of(node, emit.opset()).backward(new Site(node, this));
      }
    }
  }

  /** The nodes on the way from what is needed to a value, the last one first. */
  List<Node> path(String value) {
    Set<String> reached = new HashSet<>(Set.of(value));
    List<Node> path = new ArrayList<>();
    for (int index : order.reversed()) {
      Node node = graph.nodes().get(index);
      boolean leads = node.outputs().stream().anyMatch(reached::contains);
      if (leads && node.inputs().stream().anyMatch(this::needs)) {
        node.inputs().stream().filter(this::needs).forEach(reached::add);
        path.add(node);
      }
    }
    return path;
  }

  Emitter emit() {
    return emit;
  }

  boolean needs(String value) {
    return needed.contains(value);
  }

  boolean isWanted(String value) {
    return wanted.contains(value);
  }

  Optional<Node> producer(String value) {
    return wiring.producer(value).map(graph.nodes()::get);
  }

  Optional<Observed> observed(String value) {
    return observation.value(value);
  }

  Term term(String value) {
    Observed seen =
        observed(value)
            .orElseThrow(() -> new IllegalStateException("value '" + value + "' was not observed"));
    return new Term(value, seen.type(), seen.dims());
  }

  void add(String value, Term gradient) {
    arrived.computeIfAbsent(value, v -> new ArrayList<>()).add(gradient);
  }

  /** The sum of the gradients that have arrived at a value. */
  Optional<Term> gradient(String value) {
    return arrived.getOrDefault(value, List.of()).stream().reduce(emit::add);
  }
}
