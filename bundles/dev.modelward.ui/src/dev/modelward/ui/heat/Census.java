// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.ScoredLayer;
import java.util.Arrays;

/** What there is of each grade: blocks, weights and scores, and how far its keys reach. */
final class Census {
  final Grades grades;
  final long[] blocks;
  final long[] weights;
  final double[] scores;
  final int[] least;
  final int[] greatest;
  final double[] ofLayers;

  /** Counts the blocks of a map, as long as nobody cancels. */
  Census(ImportanceMap map, Grades grades, Runnable cancelled) {
    this.grades = grades;
    this.blocks = new long[grades.count()];
    this.weights = new long[grades.count()];
    this.scores = new double[grades.count()];
    this.least = new int[grades.count()];
    this.greatest = new int[grades.count()];
    this.ofLayers = new double[map.layers().size()];
    Arrays.fill(least, Integer.MAX_VALUE);
    Arrays.fill(greatest, Integer.MIN_VALUE);
    for (int i = 0; i < ofLayers.length; i++) {
      cancelled.run();
      ofLayers[i] = count(map.layers().get(i));
    }
  }

  /** Counts a layer, and sums up what its scores are above 0. */
  private double count(ScoredLayer layer) {
    int taps = layer.tiling().taps();
    double sum = 0;
    for (long block = 0; block < layer.scores().count(); block++) {
      float score = layer.scores().at(block);
      int key = Key.of(score / taps);
      int grade = grades.of(key);
      double worth = score > 0 && score < Float.POSITIVE_INFINITY ? score : 0;
      blocks[grade]++;
      weights[grade] += taps;
      scores[grade] += worth;
      least[grade] = Math.min(least[grade], key);
      greatest[grade] = Math.max(greatest[grade], key);
      sum += worth;
    }
    return sum;
  }

  long allWeights() {
    return Arrays.stream(weights).sum();
  }
}
