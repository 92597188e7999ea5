// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.tensor.Tensor;
import java.util.List;

/** How the stored numbers of a weight become those that its layer computes with. */
public sealed interface Scaling {

  /** They are the same. */
  record None() implements Scaling {}

  /**
   * A zero point is taken away (none means 0), then they are multiplied by a scale. Scales lie in
   * row-major order of the pieces, of some sizes, into which they cut the stored tensor; so do zero
   * points, unless there is one for all.
   */
  record Quantized(Tensor scale, List<Tensor> zero, List<Long> pieces) implements Scaling {
    /** Keeps its own copies. */
    public Quantized {
      zero = List.copyOf(zero);
      pieces = List.copyOf(pieces);
    }
  }
}
