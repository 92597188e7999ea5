// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the layers of one graph. */
public final class Layers {
  private final Weights weights;
  private final Scope scope;
  private final Graph graph;
  private final Wiring wiring;
  private final Set<Integer> folded = new HashSet<>();

  /** The weights that values were found to be, so that no chain of nodes is walked twice. */
  private final Map<String, Optional<Weight>> known = new HashMap<>();

  private Layers(Weights weights, Scope scope, Graph graph) {
    this.weights = weights;
    this.scope = scope;
    this.graph = graph;
    this.wiring = Wiring.of(graph);
  }

  /** The layers of all graphs of a model, in the order of the file. */
  public static List<Layer> of(OnnxModel model) {
    Weights weights = Weights.of(model);
    List<Layer> layers = new ArrayList<>();
    Scope.graphs(model)
        .forEach((scope, graph) -> layers.addAll(new Layers(weights, scope, graph).find()));
    return layers;
  }

  /** The parameters of some layers; a weight that several layers share counts once. */
  public static long parameters(List<Layer> layers) {
    return layers.stream()
        .flatMap(layer -> layer.weights().stream())
        .distinct()
        .mapToLong(weight -> weight.tensor().elements())
        .sum();
  }

  private List<Layer> find() {
    List<Node> nodes = graph.nodes();
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      List<Weight> own = new ArrayList<>(weights(node));
      if (!own.isEmpty() && !folded.contains(i)) {
        List<Integer> behind = fold(node, own);
        layers.add(new Layer(node.label(), node.operator(), scope, i, behind, own));
      }
    }
    return layers;
  }

  private List<Weight> weights(Node node) {
    if (Operators.passesOn(node) || Operators.takesSettings(node)) {
      return List.of();
    }
    return Operators.weightInputs(node).stream()
        .flatMap(input -> weight(node.inputs().get(input)).stream())
        .filter(weight -> Operators.isWeight(node, weight.tensor()))
        .toList();
  }

  /** The weight that a value is, through nodes that only hand it on. */
  private Optional<Weight> weight(String value) {
    Set<String> passed = new LinkedHashSet<>();
    String at = value;
    while (!known.containsKey(at) && passed.add(at)) {
      Optional<Weight> found = weights.find(scope, at);
      Optional<String> source = found.isPresent() ? Optional.empty() : handedOn(at);
      if (source.isEmpty()) {
        known.put(at, found);
      }
      at = source.orElse(at);
    }
    Optional<Weight> weight = known.getOrDefault(at, Optional.empty());
    passed.forEach(name -> known.put(name, weight));
    return weight;
  }

  /** The value that the producer of another one only hands on. */
  private Optional<String> handedOn(String value) {
    return wiring
        .producer(value)
        .map(graph.nodes()::get)
        .filter(Operators::passesOn)
        .flatMap(node -> node.inputs().stream().findFirst());
  }

  private List<Integer> fold(Node layer, List<Weight> own) {
    List<Integer> behind = new ArrayList<>();
    Node last = layer;
    Optional<Integer> next = foldable(layer, last);
    while (next.isPresent()) {
      behind.add(next.get());
      folded.add(next.get());
      last = graph.nodes().get(next.get());
      own.addAll(weights(last));
      next = foldable(layer, last);
    }
    return behind;
  }

  /** The only reader of a layer's output, if it is a batch norm or the addition of a bias. */
  private Optional<Integer> foldable(Node layer, Node last) {
    if (!Operators.foldsBatchNorm(layer) || last.is("BatchNormalization")) {
      return Optional.empty();
    }
    String output = last.outputs().isEmpty() ? "" : last.outputs().get(0);
    List<Integer> readers = wiring.consumers(output);
    if (readers.size() != 1 || wiring.isOutput(output)) {
      return Optional.empty();
    }
    return Optional.of(readers.get(0)).filter(reader -> isPartOf(layer, last, reader));
  }

  private boolean isPartOf(Node layer, Node last, int reader) {
    Node node = graph.nodes().get(reader);
    boolean bias = layer.is("MatMul") && last == layer && node.is("Add");
    return node.is("BatchNormalization") || bias && weights(node).size() == 1;
  }
}
