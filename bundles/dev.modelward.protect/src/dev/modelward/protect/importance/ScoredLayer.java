// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Tiling;

/** A layer's weight with a score for each of its blocks. */
public record ScoredLayer(
    String name, String operator, String weight, BlockKind kind, Tiling tiling, Scores scores) {

  /** Refuses another number of scores than there are blocks. */
  public ScoredLayer {
    if (scores.count() != tiling.blocks()) {
      throw new IllegalArgumentException(
          "expected %d scores, found %d".formatted(tiling.blocks(), scores.count()));
    }
  }

  /** The blocks of a layer with their scores. */
  public static ScoredLayer of(LayerBlocks blocks, Scores scores) {
    return new ScoredLayer(
        blocks.layer().name(),
        blocks.layer().operator(),
        blocks.name(),
        blocks.kind(),
        blocks.tiling(),
        scores);
  }

  /** The number of weights in all blocks. */
  public long weights() {
    return tiling.elements();
  }

  /** The score of a block for each of its weights, by which blocks are ranked. */
  public float density(long block) {
    return scores.at(block) / tiling.taps();
  }
}
