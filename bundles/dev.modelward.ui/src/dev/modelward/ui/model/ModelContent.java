// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model together with all that its screens show, worked out once beside the screen's thread. */
public final class ModelContent {
  private final OnnxModel model;
  private final ModelFacts facts;
  private final ValueTypes types;
  private final List<Scope> scopes;
  private final List<NodeRow> rows = new ArrayList<>();
  private final Map<Element.AtNode, NodeRow> byPlace = new HashMap<>();
  private final Map<Element.AtNode, Layer> layers = new HashMap<>();

  /** Works out what there is to show of a model. */
  public ModelContent(OnnxModel model) {
    this.model = model;
    this.types = new ValueTypes(model);
    this.scopes = Scope.of(model);
    List<Layer> found = Layers.of(model);
    found.forEach(layer -> layers.put(new Element.AtNode(layer.scope(), layer.node()), layer));
    long all = Layers.parameters(found);
    this.facts = ModelFacts.of(model, Weights.of(model).all(), all);
    scopes.forEach(scope -> addRows(scope, all));
  }

  private void addRows(Scope scope, long all) {
    String path = path(scope);
    List<Node> nodes = scope.graph(model).nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Element.AtNode place = new Element.AtNode(scope, i);
      Burden burden = layer(place).map(layer -> Burden.of(layer, all)).orElse(Burden.NONE);
      Node node = nodes.get(i);
      NodeRow row = new NodeRow(place, node.label(), node.operator(), path, burden);
      rows.add(row);
      byPlace.put(place, row);
    }
  }

  /** The way into an inner graph as people read it; empty for the main one. */
  public String path(Scope scope) {
    List<String> steps = new ArrayList<>();
    Scope at = Scope.MAIN;
    for (Scope.Step step : scope.steps()) {
      steps.add(at.graph(model).nodes().get(step.node()).label());
      steps.add(step.attribute());
      at = at.into(step);
    }
    return String.join(" \u203a ", steps);
  }

  /** The model itself. */
  public OnnxModel model() {
    return model;
  }

  /** What the model says of itself. */
  public ModelFacts facts() {
    return facts;
  }

  /** The types of its values. */
  public ValueTypes types() {
    return types;
  }

  /** All its graphs, outer before inner. */
  public List<Scope> scopes() {
    return scopes;
  }

  /** A row for every node of every graph. */
  public List<NodeRow> rows() {
    return List.copyOf(rows);
  }

  /** The row of a node. */
  public Optional<NodeRow> row(Element.AtNode place) {
    return Optional.ofNullable(byPlace.get(place));
  }

  /** The layer that a node is, if it owns weights. */
  public Optional<Layer> layer(Element.AtNode place) {
    return Optional.ofNullable(layers.get(place));
  }

  /** The node at a place. */
  public Optional<Node> node(Element.AtNode place) {
    return row(place).map(row -> place.scope().graph(model).nodes().get(place.node()));
  }
}
