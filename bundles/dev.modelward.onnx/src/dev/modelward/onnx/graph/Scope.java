// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The way from a model's graph down into one of its inner graphs; no steps for the graph itself.
 */
public record Scope(List<Step> steps) {
  /** The graph of the model itself. */
  public static final Scope MAIN = new Scope(List.of());

  /** Into the graph that a node holds in an attribute. */
  public record Step(int node, String attribute) {}

  /** Keeps its own copy. */
  public Scope {
    steps = List.copyOf(steps);
  }

  /** The ways into all graphs of a model, outer before inner. */
  public static List<Scope> of(OnnxModel model) {
    return List.copyOf(graphs(model).keySet());
  }

  /** All graphs of a model by the ways into them, outer before inner. */
  public static Map<Scope, Graph> graphs(OnnxModel model) {
    Map<Scope, Graph> found = new LinkedHashMap<>();
    collect(MAIN, model.graph(), found);
    return Collections.unmodifiableMap(found);
  }

  private static void collect(Scope scope, Graph graph, Map<Scope, Graph> found) {
    if (found.containsKey(scope)) {
      return;
    }
    found.put(scope, graph);
    List<Node> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      for (Attribute attribute : nodes.get(i).attributes()) {
        if (attribute.value() instanceof AttributeValue.OfGraph inner) {
          collect(scope.into(new Step(i, attribute.name())), inner.value(), found);
        }
      }
    }
  }

  /** The scope one step further in. */
  public Scope into(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Scope(longer);
  }

  /** The scope around this one; the model's graph is around itself. */
  public Scope outer() {
    return steps.isEmpty() ? this : new Scope(steps.subList(0, steps.size() - 1));
  }

  /** Whether this is the graph of the model itself. */
  public boolean isMain() {
    return steps.isEmpty();
  }

  /** The graph at the end of the way. */
  public Graph graph(OnnxModel model) {
    Graph graph = model.graph();
    for (Step step : steps) {
      graph = inner(graph, step);
    }
    return graph;
  }

  /** The model with another graph at the end of the way. */
  public OnnxModel replace(OnnxModel model, Graph graph) {
    return model.with(replaced(model.graph(), steps, graph));
  }

  private static Graph replaced(Graph around, List<Step> way, Graph graph) {
    if (way.isEmpty()) {
      return graph;
    }
    Step step = way.get(0);
    Node node = around.nodes().get(step.node());
    Graph inner = replaced(inner(around, step), way.subList(1, way.size()), graph);
    Attribute attribute = attribute(node, step.attribute()).with(inner);
    return around.edit().replaceNode(step.node(), node.with(attribute)).apply();
  }

  private static Graph inner(Graph graph, Step step) {
    Attribute attribute = attribute(graph.nodes().get(step.node()), step.attribute());
    if (attribute.value() instanceof AttributeValue.OfGraph inner) {
      return inner.value();
    }
    throw new IllegalArgumentException("expected a graph in " + step + ", found " + attribute);
  }

  static Attribute attribute(Node node, String name) {
    return node.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected attribute " + name + " in " + node));
  }

  /** The way as people read it, as in {@code 3:then_branch/0:body}; empty for the model's graph. */
  @Override
  public String toString() {
    return steps.stream()
        .map(step -> step.node() + ":" + step.attribute())
        .collect(Collectors.joining("/"));
  }
}
