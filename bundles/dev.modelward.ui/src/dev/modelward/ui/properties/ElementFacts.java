// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.properties;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.ui.model.AttributeText;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.model.ModelFacts;
import dev.modelward.ui.model.ValueTypes;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;

/** What there is to say of each element of a model. */
public record ElementFacts(ModelContent content) {

  /** All facts about an element. */
  public Facts of(Element element) {
    return switch (element) {
      case Element.Whole whole -> model();
      case Element.Heading heading -> heading.scope().isMain() ? model() : graph(heading.scope());
      case Element.Run run -> of(run.heading());
      case Element.InnerGraph inner -> graph(inner.scope());
      case Element.AtNode place ->
          content.node(place).map(n -> node(place, n)).orElseGet(Facts::new);
      case Element.Given given -> tensor(graphAt(given.scope()).initializers().get(given.tensor()));
      case Element.Input input -> value(graphAt(input.scope()).inputs().get(input.index()));
      case Element.Output output -> value(graphAt(output.scope()).outputs().get(output.index()));
      case Element.OwnFunction own -> function(own.function());
      case Element.InFunction in ->
          plain(content.model().functions().get(in.function()).nodes().get(in.node()));
    };
  }

  private Graph graphAt(Scope scope) {
    return scope.graph(content.model());
  }

  private Facts model() {
    ModelFacts facts = content.facts();
    Facts told =
        new Facts()
            .tell(Messages.model, Messages.model_name, facts.name())
            .tell(Messages.model, Messages.model_file, content.model().source().toString())
            .tell(Messages.model, Messages.model_producer, facts.producer())
            .tell(Messages.model, Messages.model_irVersion, Long.toString(facts.irVersion()))
            .tell(Messages.model, Messages.model_opsets, opsets(content.model().opsets()))
            .tell(Messages.model, Messages.model_parameters, Figures.exact(facts.parameters()))
            .tell(Messages.model, Messages.model_size, Figures.exact(facts.bytes()))
            .tell(Messages.model, Messages.model_documentation, content.model().documentation());
    content.model().metadata().forEach((key, value) -> told.tell(Messages.metadata, key, value));
    return told;
  }

  private static String opsets(List<Opset> opsets) {
    return opsets.stream().map(Opset::toString).collect(Collectors.joining(", "));
  }

  private Facts graph(Scope scope) {
    Graph graph = graphAt(scope);
    return new Facts()
        .tell(Messages.graph, Messages.graph_name, graph.name())
        .tell(Messages.graph, Messages.node_graph, content.path(scope))
        .tell(Messages.graph, Messages.graph_nodes, Figures.exact(graph.nodes().size()));
  }

  private Facts node(Element.AtNode place, Node node) {
    Facts told = plain(node);
    told.tell(Messages.node, Messages.node_graph, content.path(place.scope()));
    values(told, Messages.inputs, place.scope(), node.inputs());
    values(told, Messages.outputs, place.scope(), node.outputs());
    weights(told, place);
    return told;
  }

  private static Facts plain(Node node) {
    Facts told =
        new Facts()
            .tell(Messages.node, Messages.node_name, node.name())
            .tell(Messages.node, Messages.node_operator, node.operator())
            .tell(Messages.node, Messages.node_domain, node.domain());
    for (Attribute attribute : node.attributes()) {
      told.tell(Messages.attributes, attribute.name(), AttributeText.of(attribute.value()));
    }
    return told;
  }

  private void values(Facts told, String heading, Scope scope, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String type = content.types().text(scope, name).orElse(Messages.unknownType);
      told.tell(
          heading, Integer.toString(i), name.isEmpty() ? Messages.leftOut : name + "  " + type);
    }
  }

  private void weights(Facts told, Element.AtNode place) {
    content
        .layer(place)
        .ifPresent(layer -> {
          for (Weight weight : layer.weights()) {
            told.tell(Messages.weights, weight.name(), ValueTypes.text(weight.tensor()));
          }
          told.tell(
                  Messages.weights, Messages.weights_parameters, Figures.exact(layer.parameters()))
              .tell(Messages.weights, Messages.weights_bytes, Figures.exact(layer.bytes()));
        });
    content
        .row(place)
        .filter(row -> row.burden().isSome())
        .ifPresent(row ->
            told.tell(
                Messages.weights, Messages.weights_share, Figures.share(row.burden().share())));
  }

  private static Facts tensor(Tensor tensor) {
    return new Facts()
        .tell(Messages.tensor, Messages.tensor_name, tensor.name())
        .tell(Messages.tensor, Messages.tensor_type, ValueTypes.text(tensor))
        .tell(Messages.tensor, Messages.tensor_elements, Figures.exact(tensor.elements()))
        .tell(
            Messages.tensor,
            Messages.tensor_bytes,
            Figures.exact(tensor.type().bytes(tensor.elements())))
        .tell(Messages.tensor, Messages.tensor_storage, storage(tensor));
  }

  private static String storage(Tensor tensor) {
    return switch (tensor.storage()) {
      case Storage.Raw raw -> Messages.tensor_inModel;
      case Storage.Fields fields -> Messages.tensor_inModel;
      case Storage.External outside ->
          NLS.bind(
              Messages.tensor_outside,
              outside.data().location(),
              Figures.exact(outside.data().offset()));
    };
  }

  private static Facts value(Value value) {
    return new Facts()
        .tell(Messages.value, Messages.value_name, value.name())
        .tell(Messages.value, Messages.value_type, value.type().toString());
  }

  private Facts function(int index) {
    var function = content.model().functions().get(index);
    Facts told =
        new Facts()
            .tell(Messages.function, Messages.node_name, function.name())
            .tell(Messages.function, Messages.node_domain, function.domain())
            .tell(
                Messages.function, Messages.function_nodes, Figures.exact(function.nodes().size()));
    told.tell(Messages.function, Messages.inputs, String.join(", ", function.inputs()));
    return told.tell(Messages.function, Messages.outputs, String.join(", ", function.outputs()));
  }
}
