// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.tensor.Tensor;
import java.util.stream.Collectors;

/** The weights that a node carries: shape and type of the main one, and what all weigh together. */
public record Burden(String shape, String type, long parameters, long bytes, double share) {
  /** What a node without weights carries. */
  public static final Burden NONE = new Burden("", "", 0, 0, 0);

  static Burden of(Layer layer, long all) {
    Tensor kernel = layer.kernel();
    long own = layer.parameters();
    double share = all == 0 ? 0 : (double) own / all;
    return new Burden(shape(kernel), kernel.type().toString(), own, layer.bytes(), share);
  }

  /** The sizes of a tensor, as in {@code 16x3x3x3}; empty for a single number. */
  public static String shape(Tensor tensor) {
    return tensor.dims().stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /** Whether there are weights at all. */
  public boolean isSome() {
    return !type.isEmpty();
  }
}
