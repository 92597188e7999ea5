// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.outline;

import dev.modelward.onnx.Function;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.model.NodeRow;
import dev.modelward.ui.model.ValueTypes;
import dev.modelward.ui.widget.Icon;
import org.eclipse.osgi.util.NLS;

/** How the elements of a model are called in its outline: a name, and quieter what it is. */
record OutlineLabels(OutlineTree tree) {

  String name(Element element) {
    return switch (element) {
      case Element.Whole whole -> content().facts().name();
      case Element.Heading heading -> title(heading);
      case Element.Run run ->
          NLS.bind(Messages.run, Figures.exact(run.from()), Figures.exact(run.to() - 1L));
      case Element.InnerGraph inner -> inner.scope().steps().getLast().attribute();
      case Element.AtNode node -> content().row(node).map(NodeRow::name).orElse("");
      case Element.Given given -> tensor(given).name();
      case Element.Input input -> graph(input.scope()).inputs().get(input.index()).name();
      case Element.Output output -> graph(output.scope()).outputs().get(output.index()).name();
      case Element.OwnFunction own -> function(own.function()).name();
      case Element.InFunction node -> function(node.function()).nodes().get(node.node()).label();
    };
  }

  String remark(Element element) {
    return switch (element) {
      case Element.Whole whole -> "";
      case Element.Heading heading -> Figures.exact(tree.count(heading));
      case Element.Run run -> "";
      case Element.InnerGraph inner -> Figures.exact(graph(inner.scope()).nodes().size());
      case Element.AtNode node -> content().row(node).map(NodeRow::operator).orElse("");
      case Element.Given given -> ValueTypes.text(tensor(given));
      case Element.Input input -> type(graph(input.scope()).inputs().get(input.index()));
      case Element.Output output -> type(graph(output.scope()).outputs().get(output.index()));
      case Element.OwnFunction own -> function(own.function()).domain();
      case Element.InFunction node -> function(node.function()).nodes().get(node.node()).operator();
    };
  }

  Icon icon(Element element) {
    return switch (element) {
      case Element.Whole whole -> Icon.MODEL;
      case Element.Heading heading -> Icon.FOLDER;
      case Element.Run run -> Icon.FOLDER;
      case Element.InnerGraph inner -> Icon.GRAPH;
      case Element.AtNode node -> nodeIcon(node);
      case Element.Given given -> Icon.TENSOR;
      case Element.Input input -> Icon.INPUT;
      case Element.Output output -> Icon.OUTPUT;
      case Element.OwnFunction own -> Icon.FUNCTION;
      case Element.InFunction node -> Icon.NODE;
    };
  }

  private Icon nodeIcon(Element.AtNode node) {
    return content().layer(node).isPresent() ? Icon.WEIGHTED_NODE : Icon.NODE;
  }

  private static String title(Element.Heading heading) {
    return switch (heading.kind()) {
      case INPUTS -> Messages.inputs;
      case OUTPUTS -> Messages.outputs;
      case NODES -> Messages.nodes;
      case INITIALIZERS -> Messages.initializers;
      case FUNCTIONS -> Messages.functions;
    };
  }

  private ModelContent content() {
    return tree.content();
  }

  private Graph graph(Scope scope) {
    return scope.graph(content().model());
  }

  private Tensor tensor(Element.Given given) {
    return graph(given.scope()).initializers().get(given.tensor());
  }

  private Function function(int index) {
    return content().model().functions().get(index);
  }

  private static String type(Value value) {
    return value.type().toString();
  }
}
