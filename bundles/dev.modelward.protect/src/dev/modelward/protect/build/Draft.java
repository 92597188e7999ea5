// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.curve.Masquerade;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.protect.planner.Placement;
import dev.modelward.protect.planner.View;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.runtime.artifact.TierView;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a plan comes to, measured and within its limits, but not sealed yet. */
public record Draft(
    PlanFile plan, OnnxModel model, Placement placement, Map<String, String> provenance) {
  private static final MathContext DIGITS = new MathContext(6);

  /** Keeps its own copy. */
  public Draft {
    provenance = Map.copyOf(provenance);
  }

  /** What is to be sealed. */
  public Blueprint blueprint() throws IOException, MapException {
    Masquerade masquerade =
        Masquerade.of(model, placement.sealed().map(), plan.plan().decoys().kind());
    List<LayerBlocks> parts = masquerade.layers();
    List<SealedLayer> layers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int layer = i;
      List<long[]> rings = placement.rings().stream().map(ring -> ring.of(layer)).toList();
      layers.add(new SealedLayer(parts.get(i), rings));
    }
    return new Blueprint(
        masquerade.model(), layers, plan.plan().decoys().kind(), tiers(), provenance);
  }

  private List<TierView> tiers() {
    return placement.views().stream().map(this::tier).toList();
  }

  private TierView tier(View view) {
    Choice sealed = view.sealed();
    String metric = placement.evidence().metric().word();
    String value =
        new BigDecimal(view.quality().mean()).round(DIGITS).stripTrailingZeros().toPlainString();
    return new TierView(
        view.tier().name(), List.of(new TierView.Measured(metric, value)), sealed.weights());
  }
}
