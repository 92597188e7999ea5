// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far two maps of the same blocks agree. */
public record Comparison(ImportanceMap one, ImportanceMap other) {

  /** Refuses maps of different blocks. */
  public Comparison {
    if (!forms(one).equals(forms(other))) {
      throw new IllegalArgumentException("the maps are not of the same layers");
    }
  }

  private static List<?> forms(ImportanceMap map) {
    return map.layers().stream().map(layer -> List.of(layer.weight(), layer.tiling())).toList();
  }

  /** How alike two maps order the blocks of a layer: 1 is alike, -1 the other way round. */
  public record Agreement(String layer, long blocks, double correlation) {}

  /** Spearman's rank correlation for each layer, blocks of equal score having equal ranks. */
  public List<Agreement> byLayer() {
    List<Agreement> found = new ArrayList<>();
    for (int i = 0; i < one.layers().size(); i++) {
      ScoredLayer mine = one.layers().get(i);
      double[] ranks = ranks(mine.scores());
      double correlation = correlation(ranks, ranks(other.layers().get(i).scores()));
      found.add(new Agreement(mine.name(), ranks.length, correlation));
    }
    return found;
  }

  /** Which part of the blocks that one map puts first, up to a share, the other puts first too. */
  public double overlap(Ranking ranking, double share) {
    Choice mine = ranking.choose(one, share);
    Choice theirs = ranking.choose(other, share);
    long common = 0;
    for (int i = 0; i < one.layers().size(); i++) {
      common += common(mine.of(i), theirs.of(i));
    }
    return mine.count() == 0 ? 0 : (double) common / mine.count();
  }

  /**
   * Which part of the blocks of each layer that one map puts first in it, up to a share, the other
   * puts first too; not a number where the share is less than half a block.
   */
  public List<Double> overlapByLayer(double share) {
    Choice mine = Ranking.perLayer().choose(one, share);
    Choice theirs = Ranking.perLayer().choose(other, share);
    List<Double> overlaps = new ArrayList<>();
    for (int i = 0; i < one.layers().size(); i++) {
      long[] chosen = mine.of(i);
      overlaps.add((double) common(chosen, theirs.of(i)) / chosen.length);
    }
    return overlaps;
  }

  private static long common(long[] mine, long[] theirs) {
    return Arrays.stream(mine).filter(block -> Arrays.binarySearch(theirs, block) >= 0).count();
  }

  private static double[] ranks(Scores scores) {
    int count = Math.toIntExact(scores.count());
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = (long) Scores.order(scores.at(i)) << 32 | i;
    }
    Arrays.sort(order);
    double[] ranks = new double[count];
    int from = 0;
    for (int to = 1; to <= count; to++) {
      if (to == count || order[to] >> 32 != order[from] >> 32) {
        for (int i = from; i < to; i++) {
          ranks[(int) order[i]] = (from + to - 1) / 2.0;
        }
        from = to;
      }
    }
    return ranks;
  }

  /** Pearson's correlation; 0 where one of them is always the same. */
  private static double correlation(double[] one, double[] other) {
    double mean = (one.length - 1) / 2.0;
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - mean) * (other[i] - mean);
      square += (one[i] - mean) * (one[i] - mean);
      otherSquare += (other[i] - mean) * (other[i] - mean);
    }
    return square == 0 || otherSquare == 0 ? 0 : product / Math.sqrt(square * otherSquare);
  }
}
