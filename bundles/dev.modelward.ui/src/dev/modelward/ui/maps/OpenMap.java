// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.ui.heat.HeatSummary;
import dev.modelward.ui.heat.Prediction;
import dev.modelward.ui.model.Element;
import java.util.List;
import java.util.Optional;

/** A map that was read: what there is to draw of it, and the model's layers that it is about. */
public record OpenMap(
    MapEntry entry,
    HeatSummary summary,
    Prediction prediction,
    List<Optional<LayerBlocks>> layers) {

  /** Keeps its own copy. */
  public OpenMap {
    layers = List.copyOf(layers);
  }

  /** The node of a layer, if the model still has it. */
  public Optional<Element> place(int layer) {
    return layers
        .get(layer)
        .map(blocks -> new Element.AtNode(blocks.layer().scope(), blocks.layer().node()));
  }
}
