// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Observed;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.graph.Wiring;
import dev.modelward.onnx.tensor.ElementType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The backward pass through a graph: from the loss to the values whose gradients are wanted. */
final class Backward {
  private final OnnxModel model;
  private final Graph graph;
  private final Observation observation;
  private final Emitter emit;
  private final Wiring wiring;
  private final List<Integer> order;
  private final Set<String> wanted;
  private final Set<String> needed;
  private final Map<Integer, Set<String>> reads = new HashMap<>();
  private final Map<String, List<Term>> arrived = new HashMap<>();

  Backward(OnnxModel model, Observation observation, Emitter emit, Set<String> wanted)
      throws OnnxFormatException {
    this.model = model;
    this.graph = model.graph();
    this.observation = observation;
    this.emit = emit;
    this.wiring = Wiring.of(graph);
    this.order = wiring.order();
    this.wanted = wanted;
    this.needed = dependents(wanted);
  }

  /** The values that change when a wanted one does, and which node reads which of them. */
  private Set<String> dependents(Set<String> changing) {
    Set<String> dependents = new HashSet<>(changing);
    Deque<String> rest = new ArrayDeque<>(changing);
    while (!rest.isEmpty()) {
      String value = rest.remove();
      for (int index : wiring.consumers(value)) {
        reads.computeIfAbsent(index, i -> new LinkedHashSet<>()).add(value);
        Node node = graph.nodes().get(index);
        node.outputs().stream()
            .filter(output -> !output.isEmpty() && carries(node, output) && dependents.add(output))
            .forEach(rest::add);
      }
    }
    return dependents;
  }

  /** Whether a value varies smoothly, or stands for one that does: quantized, or in a sequence. */
  private boolean carries(Node node, String value) {
    return observed(value)
        .map(Observed::type)
        .map(type ->
            type.isFloating()
                || type.isNumber() && type.bits() <= 16 && type != ElementType.BOOL
                || node.operator().endsWith("Integer"))
        .orElse(true);
  }

  /** Carries gradients from where they were added back to everything that is needed. */
  void run() throws UnsupportedNodeException {
    for (int index : order.reversed()) {
      Node node = graph.nodes().get(index);
      if (reads.containsKey(index) && node.outputs().stream().anyMatch(arrived::containsKey)) {
        emit.writeFor(node.operator() + "/" + node.label());
        Site site = new Site(node, this);
        Rule rule =
            Rules.of(site, arrived::containsKey)
                .orElseThrow(() -> new UnsupportedNodeException(obstacle(node)));
        rule.backward(site);
      }
    }
  }

  /** The nodes on the way from what is needed to some values that gradients cannot pass. */
  List<Obstacle> obstacles(Set<String> values) {
    Set<String> reached = new HashSet<>(values);
    List<Obstacle> obstacles = new ArrayList<>();
    for (int index : order.reversed()) {
      Node node = graph.nodes().get(index);
      if (reads.containsKey(index) && node.outputs().stream().anyMatch(reached::contains)) {
        if (Rules.of(new Site(node, this), reached::contains).isEmpty()) {
          obstacles.add(obstacle(node));
        }
        reached.addAll(reads.getOrDefault(index, Set.of()));
      }
    }
    return obstacles;
  }

  private Obstacle obstacle(Node node) {
    long version =
        model.opsets().stream()
            .filter(opset -> opset.domain().equals(node.domain()))
            .mapToLong(Opset::version)
            .max()
            .orElse(0);
    return new Obstacle(node.label(), node.operator(), node.domain(), version);
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
