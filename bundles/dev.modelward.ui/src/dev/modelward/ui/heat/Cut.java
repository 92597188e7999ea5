// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.stream.LongStream;

/** The most important blocks of a map, up to a share of the weights in all blocks. */
public final class Cut {
  private final HeatSummary of;
  private final long[] blocks;
  private final long count;
  private final int threshold;
  private final double ofScores;

  /** So many blocks of each layer, those from a key on, which have a part of all scores. */
  Cut(HeatSummary of, long[] blocks, int threshold, double ofScores) {
    this.of = of;
    this.blocks = blocks;
    this.count = LongStream.of(blocks).sum();
    this.threshold = threshold;
    this.ofScores = ofScores;
  }

  /** The number of blocks of a layer. */
  public long blocks(int layer) {
    return blocks[layer];
  }

  /** Which part of a layer's blocks these are. */
  public double share(int layer) {
    return (double) blocks[layer] / of.rows().get(layer).blocks();
  }

  /** The number of blocks. */
  public long blocks() {
    return count;
  }

  /** The number of weights in the blocks. */
  public long weights() {
    long sum = 0;
    for (int i = 0; i < blocks.length; i++) {
      sum += blocks[i] * of.rows().get(i).taps();
    }
    return sum;
  }

  /** Which share of the weights in all blocks this comes to; never more than was asked for. */
  public double share() {
    return of.weights() == 0 ? 0 : (double) weights() / of.weights();
  }

  /** Which part of all scores above 0 the blocks have. */
  public double ofScores() {
    return ofScores;
  }

  /** How hot the last of the blocks is. */
  public double level() {
    return of.scale().level(threshold);
  }

  /** Whether a block of a score for each weight is one of these. */
  public boolean holds(float density) {
    return Key.of(density) >= threshold();
  }

  /** The least key of a block in it; that of no block for nothing. */
  long threshold() {
    return count == 0 ? Long.MAX_VALUE : threshold;
  }
}
