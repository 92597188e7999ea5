// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All weights of a model, by the graph in which they stand and by name. */
public final class Weights {
  private final Map<Scope, Map<String, Weight>> byScope;

  private Weights(Map<Scope, Map<String, Weight>> byScope) {
    this.byScope = byScope;
  }

  /** The initializers and constants of all graphs of a model. */
  public static Weights of(OnnxModel model) {
    Map<Scope, Map<String, Weight>> byScope = new LinkedHashMap<>();
    Scope.graphs(model).forEach((scope, graph) -> byScope.put(scope, weights(scope, graph)));
    return new Weights(byScope);
  }

  private static Map<String, Weight> weights(Scope scope, Graph graph) {
    Map<String, Weight> found = new LinkedHashMap<>();
    List<Tensor> initializers = graph.initializers();
    for (int i = 0; i < initializers.size(); i++) {
      Tensor tensor = initializers.get(i);
      Weight.Site site = new Weight.Site.Initializer(scope, i);
      found.put(tensor.name(), new Weight(tensor.name(), tensor, site));
    }
    List<Node> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Weight.Site site = new Weight.Site.Constant(scope, i);
      constant(nodes.get(i), site).ifPresent(weight -> found.put(weight.name(), weight));
    }
    return found;
  }

  private static Optional<Weight> constant(Node node, Weight.Site site) {
    if (!node.is("Constant") || node.outputs().isEmpty()) {
      return Optional.empty();
    }
    return node.attribute(Weight.CONSTANT_VALUE)
        .filter(AttributeValue.OfTensor.class::isInstance)
        .map(AttributeValue.OfTensor.class::cast)
        .map(value -> new Weight(node.outputs().get(0), value.value(), site));
  }

  /** Every weight, outer graphs before inner ones, in the order of the file. */
  public List<Weight> all() {
    return byScope.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  /** The weight that a name means in a graph, which may stand in a graph around it. */
  public Optional<Weight> find(Scope scope, String name) {
    Scope at = scope;
    while (!has(at, name) && !at.isMain()) {
      at = at.outer();
    }
    return Optional.ofNullable(in(at).get(name));
  }

  private boolean has(Scope scope, String name) {
    return in(scope).containsKey(name);
  }

  private Map<String, Weight> in(Scope scope) {
    return byScope.getOrDefault(scope, Collections.emptyMap());
  }

  /** The weights that more than one node reads, with the number of those nodes. */
  public Map<Weight, Integer> shared(OnnxModel model) {
    Map<Weight, Integer> uses = new HashMap<>();
    Scope.graphs(model)
        .forEach((scope, graph) -> graph.nodes().forEach(node -> countUses(scope, node, uses)));
    uses.values().removeIf(count -> count < 2);
    return uses;
  }

  private void countUses(Scope scope, Node node, Map<Weight, Integer> uses) {
    node.inputs().stream()
        .distinct()
        .flatMap(input -> find(scope, input).stream())
        .forEach(weight -> uses.merge(weight, 1, Integer::sum));
  }
}
