// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.Arrays;

/** A layer whose blocks stand for choice, of which at most so many weights count. */
record Entrant(Scores scores, int taps, double limit) {

  /** A layer that gives at most so many weights, but always one block. */
  static Entrant of(ScoredLayer layer, double limit) {
    int taps = layer.tiling().taps();
    return new Entrant(layer.scores(), taps, Math.max(taps, limit));
  }

  /** An integer that grows with the score for each weight of a block. */
  private int key(long block) {
    return key(scores.at(block));
  }

  private int key(float score) {
    return Scores.order(score / taps);
  }

  /** The number of blocks that have at least a key. */
  long atLeast(long key) {
    if (key <= Integer.MIN_VALUE) {
      return scores.count();
    }
    // a key costs more than a comparison, and grows with the score
    Threshold score = Threshold.of(order -> key(Scores.number(order)) >= key);
    return score.least() > Integer.MAX_VALUE ? 0 : scores.atLeast(Scores.number(score.least()));
  }

  /** The weights that count of so many blocks. */
  double counted(long blocks) {
    return Math.min(limit, (double) blocks * taps);
  }

  /** The number of blocks that may be chosen. */
  long most() {
    return (long) Math.min(scores.count(), limit / taps);
  }

  /** So many of the best blocks, in ascending order. */
  long[] best(long blocks) {
    Threshold threshold = Threshold.of(key -> atLeast(key) <= blocks);
    return first(threshold, blocks - atLeast(threshold.least()));
  }

  /** All blocks above a threshold, and the first just below it. */
  long[] first(Threshold threshold, long below) {
    long[] found = new long[Math.toIntExact(atLeast(threshold.least()) + below)];
    int size = 0;
    long rest = below;
    for (long block = 0; block < scores.count() && size < found.length; block++) {
      int key = key(block);
      boolean isNext = key == threshold.least() - 1 && rest > 0;
      if (key >= threshold.least() || isNext) {
        found[size++] = block;
        rest -= isNext ? 1 : 0;
      }
    }
    return Arrays.copyOf(found, size);
  }
}
