// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.ui.heat.Histogram;
import java.util.List;

/** What is seen of a layer: how often its weights have which values, and its best blocks. */
public record LayerSight(int layer, Histogram weights, List<Kernel> kernels) {

  /** Keeps its own copy. */
  public LayerSight {
    kernels = List.copyOf(kernels);
  }
}
