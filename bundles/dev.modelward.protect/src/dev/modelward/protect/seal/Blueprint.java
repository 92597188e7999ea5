// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.runtime.artifact.TierView;
import java.util.List;
import java.util.Map;

/**
 * What is to be sealed of a model, which has its blocks in initializers, and what is to be said of
 * it.
 */
public record Blueprint(
    OnnxModel model,
    List<SealedLayer> layers,
    Decoy decoy,
    List<TierView> tiers,
    Map<String, String> provenance) {

  /** Keeps its own copies. */
  public Blueprint {
    layers = layers.stream().filter(layer -> !layer.isEmpty()).toList();
    tiers = List.copyOf(tiers);
    provenance = Map.copyOf(provenance);
    if (tiers.size() < 2) {
      throw new IllegalArgumentException("expected at least two tiers, found " + tiers.size());
    }
  }

  /** The number of rings. */
  int rings() {
    return tiers.size() - 1;
  }
}
