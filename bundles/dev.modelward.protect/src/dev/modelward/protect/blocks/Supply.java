// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reaches a layer of a stored weight: in which view, after which scaling, and the last value
 * of the graph that still has the stored weight's sizes. There is no view if it cannot be told.
 */
record Supply(String value, Scaling scaling, Optional<View> view) {
  /** The inputs of an integer layer that scale a weight input, and hold its zero point. */
  private static final Map<String, Map<Integer, List<Integer>>> OWN_SCALES =
      Map.of(
          "QLinearConv", Map.of(3, List.of(4, 5)),
          "QLinearMatMul", Map.of(0, List.of(1, 2), 3, List.of(4, 5)));

  static Supply of(WeightPath path, WeightPath.Place place) throws IOException {
    Supply supply =
        new Supply(
            path.weight().name(),
            new Scaling.None(),
            Optional.of(View.of(path.weight().tensor().dims())));
    boolean isStored = true;
    for (Node node : path.nodes()) {
      isStored &= keepsForm(node);
      supply = supply.through(node, isStored, place);
    }
    return supply;
  }

  private static boolean keepsForm(Node node) {
    return switch (node.operator()) {
      case "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Flatten" -> false;
      default -> true;
    };
  }

  private Supply through(Node node, boolean isStored, WeightPath.Place place) throws IOException {
    String next = isStored ? node.outputs().getFirst() : value;
    if (node.is("DequantizeLinear") && scaling instanceof Scaling.None) {
      int axis = Math.toIntExact(node.integer("axis", 1));
      return new Supply(next, quantized(node, List.of(1, 2), axis, place), view);
    }
    return view.isEmpty()
        ? new Supply(next, scaling, view)
        : new Supply(next, scaling, seen(view.get(), node, place));
  }

  private static Optional<View> seen(View view, Node node, WeightPath.Place place)
      throws IOException {
    return switch (node.operator()) {
      case "Transpose" -> Optional.of(view.transposed(node));
      case "Reshape", "Squeeze", "Unsqueeze", "Flatten" -> {
        Optional<List<Long>> sizes = new Reshaping(place).sizes(node, view.dims());
        yield sizes.isEmpty() ? Optional.empty() : view.reshaped(sizes.get());
      }
      default -> Optional.of(view);
    };
  }

  /** This, with the scale that an integer layer itself is given for the weight. */
  Supply scaledBy(Node layer, int input, WeightPath.Place place) {
    Map<Integer, List<Integer>> own = OWN_SCALES.getOrDefault(layer.operator(), Map.of());
    List<Integer> inputs = own.getOrDefault(input, List.of());
    return inputs.isEmpty() || !(scaling instanceof Scaling.None)
        ? this
        : new Supply(value, quantized(layer, inputs, 0, place), view);
  }

  private static Scaling quantized(
      Node node, List<Integer> inputs, int axis, WeightPath.Place place) {
    List<Tensor> scale = given(node, inputs.getFirst(), place);
    return scale.isEmpty()
        ? new Scaling.None()
        : new Scaling.Quantized(scale.getFirst(), given(node, inputs.getLast(), place), axis);
  }

  private static List<Tensor> given(Node node, int input, WeightPath.Place place) {
    boolean isThere = input < node.inputs().size() && !node.inputs().get(input).isEmpty();
    return isThere
        ? WeightPath.to(node.inputs().get(input), place).stream()
            .map(path -> path.weight().tensor())
            .toList()
        : List.of();
  }
}
