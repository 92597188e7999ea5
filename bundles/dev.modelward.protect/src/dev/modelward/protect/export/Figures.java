// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.protect.importance.Scores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What the scores of some blocks come to; of no blocks, they have neither a mean nor a maximum. */
record Figures(long blocks, long weights, double sum, float min, float max) {
  private static final Figures NONE =
      new Figures(0, 0, 0, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);

  static Figures of(ScoredLayer layer) {
    Scores scores = layer.scores();
    double sum = 0;
    float min = NONE.min;
    float max = NONE.max;
    for (long block = 0; block < scores.count(); block++) {
      float score = scores.at(block);
      sum += score;
      min = Math.min(min, score);
      max = Math.max(max, score);
    }
    return new Figures(scores.count(), layer.weights(), sum, min, max);
  }

  /** Those of the layers that have a name in common, in the order of the map. */
  static Map<String, Figures> by(Function<ScoredLayer, String> name, ImportanceMap map) {
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (ScoredLayer layer : map.layers()) {
      figures.merge(name.apply(layer), of(layer), Figures::with);
    }
    return figures;
  }

  /** Those of all blocks together. */
  static Figures sum(Iterable<Figures> parts) {
    Figures all = NONE;
    for (Figures part : parts) {
      all = all.with(part);
    }
    return all;
  }

  private Figures with(Figures other) {
    return new Figures(
        blocks + other.blocks,
        weights + other.weights,
        sum + other.sum,
        Math.min(min, other.min),
        Math.max(max, other.max));
  }

  /** The mean score of a block. */
  double mean() {
    return sum / blocks;
  }

  /** The mean score for each weight. */
  double perWeight() {
    return sum / weights;
  }

  /** Whether these can be divided into shares: none is below 0, and some are above. */
  boolean hasShares() {
    return min >= 0 && sum > 0 && Double.isFinite(sum);
  }

  /** Which part of a sum this is; not a number where that has no shares. */
  double shareOf(Figures all) {
    return all.hasShares() ? sum / all.sum : Double.NaN;
  }
}
