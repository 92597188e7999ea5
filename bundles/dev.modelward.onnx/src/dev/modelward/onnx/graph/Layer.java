// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.tensor.Tensor;
import java.util.List;

/**
 * A node that owns weights, together with the nodes behind it whose weights belong to it: the batch
 * norm, and the addition of a bias.
 */
public record Layer(
    String name,
    String operator,
    Scope scope,
    int node,
    List<Integer> folded,
    List<Weight> weights) {

  /** Keeps its own copies. */
  public Layer {
    folded = List.copyOf(folded);
    weights = List.copyOf(weights);
  }

  /** The tensor that gives the layer its shape. */
  public Tensor kernel() {
    return weights.get(0).tensor();
  }

  /** The number of parameters, each counted once. */
  public long parameters() {
    return weights.stream().distinct().mapToLong(weight -> weight.tensor().elements()).sum();
  }

  /** The bytes of the parameters, each counted once. */
  public long bytes() {
    return weights.stream()
        .distinct()
        .map(Weight::tensor)
        .mapToLong(tensor -> tensor.type().bytes(tensor.elements()))
        .sum();
  }
}
