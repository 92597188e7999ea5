// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The blocks of a map divided into tiers by borders: what is told and drawn of each place. */
public record Division(
    HeatSummary summary, Prediction prediction, Borders borders, List<Cut> cuts) {

  /** Keeps its own copy. */
  public Division {
    cuts = List.copyOf(cuts);
  }

  /** Divides the blocks of a map. */
  public static Division of(HeatSummary summary, Prediction prediction, Borders borders) {
    return new Division(
        summary, prediction, borders, borders.shares().stream().map(summary::cut).toList());
  }

  /** The same map with other borders. */
  public Division with(Borders other) {
    return of(summary, prediction, other);
  }

  /** The highest tier; 0 is the public view. */
  public int tiers() {
    return cuts.size();
  }

  /** The tier of a layer's most important block. */
  public int tier(int layer) {
    return IntStream.range(0, cuts.size())
        .filter(border -> cuts.get(border).blocks(layer) > 0)
        .map(borders::tier)
        .findFirst()
        .orElse(0);
  }

  /** Which part of a layer's blocks the public view lacks. */
  public double sealed(int layer) {
    return cuts.getLast().share(layer);
  }

  /** The tier of the most important block in a cell of a row of so many. */
  public int tier(Strip strip, int cell, int of) {
    return IntStream.range(0, cuts.size())
        .filter(border -> strip.isAbove(cuts.get(border), cell, of))
        .map(borders::tier)
        .findFirst()
        .orElse(0);
  }

  /** The tier of a block of a score for each weight. */
  public int tier(float density) {
    return IntStream.range(0, cuts.size())
        .filter(border -> cuts.get(border).holds(density))
        .map(borders::tier)
        .findFirst()
        .orElse(0);
  }

  /** What the view of a tier lacks; the highest one lacks nothing. */
  public Optional<Cut> lacking(int tier) {
    return tier >= tiers() ? Optional.empty() : Optional.of(cuts.get(tiers() - 1 - tier));
  }

  /** How good the view of a tier should be. */
  public OptionalDouble quality(int tier) {
    double share = tier >= tiers() ? 0 : borders.shares().get(tiers() - 1 - tier);
    return prediction.at(share);
  }
}
