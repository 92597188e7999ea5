// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.tensor.Tensor;
import java.util.List;

/** How the stored numbers of a weight become those that its layer computes with. */
public sealed interface Scaling {

  /** They are the same. */
  record None() implements Scaling {}

  /**
   * A zero point is taken away (none means 0), then they are multiplied by a scale; there is one of
   * both for all numbers, for each step along an axis, or for each of equal pieces along it.
   */
  record Quantized(Tensor scale, List<Tensor> zero, int axis) implements Scaling {
    /** Keeps its own copy. */
    public Quantized {
      zero = List.copyOf(zero);
    }
  }
}
