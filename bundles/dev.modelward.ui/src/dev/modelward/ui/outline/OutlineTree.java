// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.outline;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.Element.Heading;
import dev.modelward.ui.model.Element.Kind;
import dev.modelward.ui.model.Element.Run;
import dev.modelward.ui.model.ModelContent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands below and above each element of a model. */
record OutlineTree(ModelContent content) {
  /** Longer lists are cut into runs, so that no click has to wait for thousands of items. */
  static final int RUN = 250;

  List<Element> roots() {
    return headings(Scope.MAIN);
  }

  private List<Element> headings(Scope scope) {
    return Stream.of(Kind.values())
        .map(kind -> new Heading(kind, scope))
        .filter(heading -> count(heading) > 0)
        .<Element>map(heading -> heading)
        .toList();
  }

  int count(Heading heading) {
    Graph graph = heading.scope().graph(content.model());
    return switch (heading.kind()) {
      case INPUTS -> graph.inputs().size();
      case OUTPUTS -> graph.outputs().size();
      case NODES -> graph.nodes().size();
      case INITIALIZERS -> graph.initializers().size();
      case FUNCTIONS -> heading.scope().isMain() ? content.model().functions().size() : 0;
    };
  }

  List<Element> children(Element element) {
    return switch (element) {
      case Element.Whole whole -> roots();
      case Heading heading -> under(heading);
      case Run run -> range(run.heading(), run.from(), run.to());
      case Element.InnerGraph inner -> headings(inner.scope());
      case Element.AtNode node -> inner(node);
      case Element.OwnFunction function -> nodes(function);
      case Element.Given given -> List.of();
      case Element.Input input -> List.of();
      case Element.Output output -> List.of();
      case Element.InFunction node -> List.of();
    };
  }

  private List<Element> under(Heading heading) {
    int count = count(heading);
    return count <= RUN
        ? range(heading, 0, count)
        : IntStream.iterate(0, from -> from < count, from -> from + RUN)
            .<Element>mapToObj(from -> new Run(heading, from, Math.min(count, from + RUN)))
            .toList();
  }

  private static List<Element> range(Heading heading, int from, int to) {
    return IntStream.range(from, to).mapToObj(index -> element(heading, index)).toList();
  }

  private static Element element(Heading heading, int index) {
    return switch (heading.kind()) {
      case INPUTS -> new Element.Input(heading.scope(), index);
      case OUTPUTS -> new Element.Output(heading.scope(), index);
      case NODES -> new Element.AtNode(heading.scope(), index);
      case INITIALIZERS -> new Element.Given(heading.scope(), index);
      case FUNCTIONS -> new Element.OwnFunction(index);
    };
  }

  private List<Element> inner(Element.AtNode place) {
    return content.node(place).stream()
        .flatMap(node -> node.attributes().stream())
        .filter(attribute -> attribute.value() instanceof AttributeValue.OfGraph)
        .map(attribute -> new Scope.Step(place.node(), attribute.name()))
        .<Element>map(step -> new Element.InnerGraph(place.scope().into(step)))
        .toList();
  }

  private List<Element> nodes(Element.OwnFunction function) {
    int count = content.model().functions().get(function.function()).nodes().size();
    return IntStream.range(0, count)
        .<Element>mapToObj(node -> new Element.InFunction(function.function(), node))
        .toList();
  }

  Optional<Element> parent(Element element) {
    return switch (element) {
      case Element.Whole whole -> Optional.empty();
      case Heading heading ->
          heading.scope().isMain()
              ? Optional.empty()
              : Optional.of(new Element.InnerGraph(heading.scope()));
      case Run run -> Optional.of(run.heading());
      case Element.InnerGraph inner -> Optional.of(owner(inner.scope()));
      case Element.AtNode node -> above(Kind.NODES, node.scope(), node.node());
      case Element.Given given -> above(Kind.INITIALIZERS, given.scope(), given.tensor());
      case Element.Input input -> above(Kind.INPUTS, input.scope(), input.index());
      case Element.Output output -> above(Kind.OUTPUTS, output.scope(), output.index());
      case Element.OwnFunction own -> above(Kind.FUNCTIONS, Scope.MAIN, own.function());
      case Element.InFunction node -> Optional.of(new Element.OwnFunction(node.function()));
    };
  }

  private static Element owner(Scope inner) {
    return new Element.AtNode(inner.outer(), inner.steps().getLast().node());
  }

  private Optional<Element> above(Kind kind, Scope scope, int index) {
    Heading heading = new Heading(kind, scope);
    int count = count(heading);
    int from = index / RUN * RUN;
    return Optional.of(
        count <= RUN ? heading : new Run(heading, from, Math.min(count, from + RUN)));
  }
}
