// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ModelContent;
import java.util.List;
import java.util.Optional;

/** The graphs that stand inside of nodes, and in which graph an element stands. */
record InnerGraphs(ModelContent content) {

  /** The graphs inside of an element; none for most. */
  List<Scope> of(Element element) {
    return element instanceof Element.AtNode place ? of(place) : List.of();
  }

  private List<Scope> of(Element.AtNode place) {
    return content.node(place).stream()
        .flatMap(node -> node.attributes().stream())
        .filter(attribute -> attribute.value() instanceof AttributeValue.OfGraph)
        .map(attribute -> place.scope().into(new Scope.Step(place.node(), attribute.name())))
        .toList();
  }

  /** The node that holds an inner graph. */
  static Element owner(Scope inner) {
    return new Element.AtNode(inner.outer(), inner.steps().getLast().node());
  }

  /** The graph that has to be drawn for an element to be seen. */
  static Optional<Scope> around(Element element) {
    return switch (element) {
      case Element.AtNode node -> Optional.of(node.scope());
      case Element.Input input -> Optional.of(input.scope());
      case Element.Output output -> Optional.of(output.scope());
      case Element.InnerGraph inner -> Optional.of(inner.scope());
      case Element.Heading heading -> Optional.of(heading.scope());
      case Element.Run run -> Optional.of(run.heading().scope());
      case Element.Given given -> Optional.of(given.scope());
      case Element.Whole whole -> Optional.of(Scope.MAIN);
      case Element.OwnFunction function -> Optional.empty();
      case Element.InFunction node -> Optional.empty();
    };
  }
}
