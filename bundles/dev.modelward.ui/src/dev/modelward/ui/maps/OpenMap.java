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
    Subject subject,
    MapEntry entry,
    HeatSummary summary,
    Prediction prediction,
    List<Optional<LayerBlocks>> layers) {

  /** The ending of files of what was measured. */
  static final String CURVE = ".curve.csv";

  /** Keeps its own copy. */
  public OpenMap {
    layers = List.copyOf(layers);
  }

  /** The name of the model's file. */
  public String model() {
    return String.valueOf(subject.file().getFileName());
  }

  /** The name of the file beside the model in which one looks for what was measured. */
  public String curve() {
    return String.valueOf(subject.beside(CURVE).getFileName());
  }

  /** The node of a layer, if the model still has it. */
  public Optional<Element> place(int layer) {
    return layers
        .get(layer)
        .map(blocks -> new Element.AtNode(blocks.layer().scope(), blocks.layer().node()));
  }
}
