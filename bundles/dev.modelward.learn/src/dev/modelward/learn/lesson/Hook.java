// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A place where training takes hold of a model: of an activation, for each sample anew, so that
 * everything behind the place sees what the hook makes of it, or of an input for all samples.
 */
public sealed interface Hook {
  /** The name of the activation, or of the input. */
  String value();

  /** The activation is multiplied by a mask. */
  record Masked(String value, List<Long> dims) implements Hook {
    /** The sizes are those of one sample, without the samples themselves. */
    public Masked {
      dims = List.copyOf(dims);
    }
  }

  /** Where a mask is 1, given numbers stand instead; where it is 0, the activation stays. */
  record Replaced(String value, List<Long> dims) implements Hook {
    /** The sizes are those of one sample, without the samples themselves. */
    public Replaced {
      dims = List.copyOf(dims);
    }
  }

  /**
   * An input that the model itself has, of float32 and of exactly these sizes, which all samples of
   * a step share; a step knows it by its own name.
   */
  record Shared(String value, List<Long> dims) implements Hook {
    /** The sizes are those of the whole input. */
    public Shared {
      dims = List.copyOf(dims);
    }

    private OnnxModel found(OnnxModel model) {
      Graph graph = model.graph();
      ValueType type = new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Ranked(fixed(dims)));
      if (!graph.inputs().contains(new Value(value, type))
          || graph.initializer(value).isPresent()) {
        throw new IllegalArgumentException(
            "expected an input '%s' that is %s, found %s".formatted(value, type, graph.inputs()));
      }
      return model;
    }
  }

  /** The sizes of one sample's mask, or of an input that all samples share. */
  List<Long> dims();

  /** The input of the trained graph that takes the mask. */
  default String mask() {
    return "modelward.mask/" + value();
  }

  /** The input of the trained graph that takes the numbers to stand instead. */
  default String numbers() {
    return "modelward.numbers/" + value();
  }

  /** The inputs of the trained graph that a step fills. */
  default List<String> inputs() {
    return switch (this) {
      case Masked masked -> List.of(mask());
      case Replaced replaced -> List.of(mask(), numbers());
      case Shared shared -> List.of(value());
    };
  }

  /** The model with this hook in it. */
  default OnnxModel in(OnnxModel model) {
    return switch (this) {
      case Masked masked -> held(model, this::masking);
      case Replaced replaced -> held(model, this::replacing);
      case Shared shared -> shared.found(model);
    };
  }

  private OnnxModel held(OnnxModel model, Function<String, List<Node>> nodes) {
    String held = "modelward.held/" + value();
    Graph graph = model.graph();
    boolean made = graph.nodes().stream().anyMatch(node -> node.outputs().contains(value()));
    if (!made) {
      throw new IllegalArgumentException(
          "expected an activation that a node makes, found '" + value() + "'");
    }
    GraphEdit edit = graph.edit();
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      if (node.inputs().contains(value())) {
        edit.replaceNode(i, node.reading(behind(node.inputs(), held)));
      }
    }
    inputs().forEach(input -> edit.addInput(new Value(input, type())));
    nodes.apply(held).forEach(edit::add);
    return model.with(edit.apply());
  }

  private List<String> behind(List<String> inputs, String held) {
    return inputs.stream().map(input -> input.equals(value()) ? held : input).toList();
  }

  private ValueType type() {
    List<Dimension> sizes = new ArrayList<>(List.of(new Dimension.Unknown()));
    sizes.addAll(fixed(dims()));
    return new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Ranked(sizes));
  }

  private static List<Dimension> fixed(List<Long> sizes) {
    return sizes.stream().<Dimension>map(Dimension.Fixed::new).toList();
  }

  private List<Node> masking(String held) {
    return List.of(Node.of("Mul", List.of(value(), mask()), List.of(held)));
  }

  private List<Node> replacing(String held) {
    String chosen = held + "/chosen";
    Node choice =
        Node.of("Cast", List.of(mask()), List.of(chosen))
            .with(Attribute.of("to", ElementType.BOOL.code()));
    return List.of(choice, Node.of("Where", List.of(chosen, numbers(), value()), List.of(held)));
  }
}
