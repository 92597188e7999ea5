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

/**
 * A place where training takes hold of an activation, for each sample anew. Everything behind the
 * place sees what the hook makes of it.
 */
public sealed interface Hook {
  /** The activation's name. */
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

  /** The sizes of one sample's mask. */
  List<Long> dims();

  /** The input of the trained graph that takes the mask. */
  default String mask() {
    return "modelward.mask/" + value();
  }

  /** The input of the trained graph that takes the numbers to stand instead. */
  default String numbers() {
    return "modelward.numbers/" + value();
  }

  /** The inputs that this hook adds. */
  default List<String> inputs() {
    return switch (this) {
      case Masked masked -> List.of(mask());
      case Replaced replaced -> List.of(mask(), numbers());
    };
  }

  /** The model with this hook in it. */
  default OnnxModel in(OnnxModel model) {
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
    nodes(held).forEach(edit::add);
    return model.with(edit.apply());
  }

  private List<String> behind(List<String> inputs, String held) {
    return inputs.stream().map(input -> input.equals(value()) ? held : input).toList();
  }

  private ValueType type() {
    List<Dimension> sizes = new ArrayList<>(List.of(new Dimension.Unknown()));
    dims().forEach(size -> sizes.add(new Dimension.Fixed(size)));
    return new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Ranked(sizes));
  }

  private List<Node> nodes(String held) {
    return switch (this) {
      case Masked masked -> List.of(Node.of("Mul", List.of(value(), mask()), List.of(held)));
      case Replaced replaced -> {
        String chosen = held + "/chosen";
        Node choice =
            Node.of("Cast", List.of(mask()), List.of(chosen))
                .with(Attribute.of("to", ElementType.BOOL.code()));
        yield List.of(choice, Node.of("Where", List.of(chosen, numbers(), value()), List.of(held)));
      }
    };
  }
}
