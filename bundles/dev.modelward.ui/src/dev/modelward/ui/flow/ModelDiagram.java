// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Wiring;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Edge;
import dev.modelward.ui.model.Burden;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.model.NodeRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A graph of a model as boxes and arrows; given tensors and constants stand in their users. */
final class ModelDiagram {
  private static final Pattern ID = Pattern.compile("(node|in|out|up):(\\d+)");

  private final ModelContent content;
  private final Scope scope;
  private final Graph graph;
  private final Wiring wiring;
  private final Givens given;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, String> outer = new HashMap<>();

  private ModelDiagram(ModelContent content, Scope scope) {
    this.content = content;
    this.scope = scope;
    this.graph = scope.graph(content.model());
    this.wiring = Wiring.of(graph);
    this.given = new Givens(graph);
  }

  /** The diagram of one graph. */
  static Diagram of(ModelContent content, Scope scope) {
    ModelDiagram diagram = new ModelDiagram(content, scope);
    diagram.addInputs();
    diagram.addNodes();
    diagram.addOutputs();
    return new Diagram(diagram.boxes, diagram.edges);
  }

  private void addInputs() {
    List<Value> inputs = graph.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      String name = inputs.get(i).name();
      if (!given.hasValue(name)) {
        boxes.add(Box.of("in:" + i, name, type(name), "input"));
        addEdges("in:" + i, name);
      }
    }
  }

  private List<String> type(String value) {
    return content.types().text(scope, value).stream().toList();
  }

  private void addNodes() {
    List<Node> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (!given.hasNode(i)) {
        String id = "node:" + i;
        boxes.add(Box.of(id, node.operator(), lines(i), OperatorKind.of(node).key()));
        node.outputs().stream().filter(name -> !name.isEmpty()).forEach(o -> addEdges(id, o));
        addOuter(node, id);
      }
    }
  }

  private List<String> lines(int node) {
    return content.row(new Element.AtNode(scope, node)).map(NodeRow::burden).stream()
        .map(Burden::shape)
        .filter(shape -> !shape.isEmpty())
        .toList();
  }

  private void addEdges(String from, String value) {
    for (int consumer : wiring.consumers(value)) {
      String to = "node:" + consumer;
      if (!to.equals(from) && !given.hasNode(consumer)) {
        edges.add(new Edge(from, to, label(value)));
      }
    }
  }

  private String label(String value) {
    return content.types().text(scope, value).map(type -> value + "  " + type).orElse(value);
  }

  /** Values that a node of an inner graph takes from a graph around it come out of small boxes. */
  private void addOuter(Node node, String id) {
    if (scope.isMain()) {
      return;
    }
    node.inputs().stream()
        .filter(value -> !value.isEmpty() && !isHere(value))
        .filter(value -> content.types().tensor(scope, value).isEmpty())
        .forEach(value -> edges.add(new Edge(outerBox(value), id, label(value))));
  }

  private boolean isHere(String value) {
    return given.hasValue(value)
        || wiring.producer(value).isPresent()
        || graph.inputs().stream().anyMatch(input -> input.name().equals(value));
  }

  private String outerBox(String value) {
    return outer.computeIfAbsent(
        value,
        name -> {
          String id = "up:" + outer.size();
          boxes.add(Box.of(id, name, type(name), "input"));
          return id;
        });
  }

  private void addOutputs() {
    List<Value> outputs = graph.outputs();
    for (int i = 0; i < outputs.size(); i++) {
      String name = outputs.get(i).name();
      String id = "out:" + i;
      boxes.add(Box.of(id, name, type(name), "output"));
      source(name).ifPresent(from -> edges.add(new Edge(from, id, label(name))));
    }
  }

  private Optional<String> source(String value) {
    Optional<String> node =
        wiring
            .producer(value)
            .filter(producer -> !given.hasNode(producer))
            .map(producer -> "node:" + producer);
    return node.or(() -> input(value));
  }

  private Optional<String> input(String value) {
    List<String> names = graph.inputs().stream().map(Value::name).toList();
    int index = names.indexOf(value);
    return index < 0 || given.hasValue(value) ? Optional.empty() : Optional.of("in:" + index);
  }

  /** The id of the box of an element. */
  static Optional<String> box(Element element) {
    return switch (element) {
      case Element.AtNode node -> Optional.of("node:" + node.node());
      case Element.Input input -> Optional.of("in:" + input.index());
      case Element.Output output -> Optional.of("out:" + output.index());
      case Element.Whole whole -> Optional.empty();
      case Element.InnerGraph inner -> Optional.empty();
      case Element.Given tensor -> Optional.empty();
      case Element.OwnFunction function -> Optional.empty();
      case Element.InFunction node -> Optional.empty();
      case Element.Heading heading -> Optional.empty();
      case Element.Run run -> Optional.empty();
    };
  }

  /** The element of the box with an id, in the graph that is drawn. */
  static Optional<Element> element(Scope scope, String box) {
    Matcher id = ID.matcher(box);
    if (!id.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(id.group(2));
    return switch (id.group(1)) {
      case "node" -> Optional.of(new Element.AtNode(scope, index));
      case "in" -> Optional.of(new Element.Input(scope, index));
      case "out" -> Optional.of(new Element.Output(scope, index));
      default -> Optional.empty();
    };
  }
}
