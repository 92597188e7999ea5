// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import dev.modelward.protect.importance.ScoredLayer;

/**
 * A layer of a map: its name, its operator, the tensor that is cut into blocks, how many blocks of
 * how many weights there are, and which parts of all weights and of all scores above 0 it has.
 */
public record LayerRow(
    String name,
    String operator,
    String weight,
    long blocks,
    int taps,
    double ofWeights,
    double ofScores) {

  static LayerRow of(ScoredLayer layer, double ofWeights, double ofScores) {
    return new LayerRow(
        layer.name(),
        layer.operator(),
        layer.weight(),
        layer.scores().count(),
        layer.tiling().taps(),
        ofWeights,
        ofScores);
  }
}
