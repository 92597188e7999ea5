// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.Optional;

/**
 * What reaches a layer of a stored weight: in which view, after which scaling, and the last value
 * of the graph that still has the stored weight's sizes. There is no view if it cannot be told.
 */
record Supply(String value, Scaling scaling, Optional<View> view) {

  static Supply of(WeightPath path, WeightPath.Place place) throws IOException {
    Tensor tensor = path.weight().tensor();
    Supply supply =
        new Supply(path.weight().name(), new Scaling.None(), Optional.of(View.of(tensor.dims())));
    // numbers with a fraction are quantized on their way before they are scaled
    boolean isWhole = !tensor.type().isFloating();
    boolean isStored = true;
    for (Node node : path.nodes()) {
      isStored &= keepsForm(node);
      supply = isStored ? supply.named(node.outputs().getFirst()) : supply;
      supply =
          isWhole && node.is("DequantizeLinear")
              ? supply.scaled(new Scales(node, 1, 2, place), node.integer("axis", 1))
              : supply.seen(node, place);
    }
    return supply;
  }

  private static boolean keepsForm(Node node) {
    return switch (node.operator()) {
      case "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Flatten" -> false;
      default -> true;
    };
  }

  private Supply named(String next) {
    return new Supply(next, scaling, view);
  }

  private Supply seen(Node node, WeightPath.Place place) throws IOException {
    return view.isEmpty()
        ? this
        : new Supply(value, scaling, new Reshaping(place).behind(node, view.get()));
  }

  private Supply scaled(Scales scales, long axis) {
    if (view.isEmpty() || !(scaling instanceof Scaling.None)) {
      return this;
    }
    Optional<Scaling> found = scales.along(axis, view.get());
    return new Supply(value, found.orElse(scaling), found.isPresent() ? view : Optional.empty());
  }

  /** This, with the scale that an integer layer itself is given for the weight. */
  Supply scaledBy(Node layer, int input, WeightPath.Place place) {
    return switch (layer.operator()) {
      case "QLinearConv" -> scaled(new Scales(layer, 4, 5, place), 0);
      case "QLinearMatMul" ->
          input == 0
              ? scaled(new Scales(layer, 1, 2, place), -2)
              : scaled(new Scales(layer, 4, 5, place), -1);
      default -> this;
    };
  }
}
