// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How far two maps agree. */
class ComparisonTest {
  private static double correlation(Scores one, Scores other) {
    return new Comparison(
            Charts.of(Charts.layer("a", 2, one)), Charts.of(Charts.layer("a", 2, other)))
        .byLayer()
        .getFirst()
        .correlation();
  }

  /** The mean rank of each score: how many are smaller, and half of the others that are equal. */
  private static double[] ranks(double... scores) {
    return Arrays.stream(scores)
        .map(score ->
            Arrays.stream(scores).filter(other -> other < score).count()
                + (Arrays.stream(scores).filter(other -> other == score).count() - 1) / 2.)
        .toArray();
  }

  private static double pearson(double[] one, double[] other) {
    double mean = Arrays.stream(one).average().orElseThrow();
    double otherMean = Arrays.stream(other).average().orElseThrow();
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - mean) * (other[i] - otherMean);
      square += Math.pow(one[i] - mean, 2);
      otherSquare += Math.pow(other[i] - otherMean, 2);
    }
    return square * otherSquare == 0 ? 0 : product / Math.sqrt(square * otherSquare);
  }

  @Test
  void theCorrelationIsThatOfTheRanks() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = random.nextInt(1, 20);
      int values = random.nextInt(1, 20);
      double[] one = new double[count];
      double[] other = new double[count];
      for (int i = 0; i < count; i++) {
        one[i] = random.nextInt(values) - values / 2;
        other[i] = random.nextInt(3) == 0 ? one[i] : random.nextInt(values);
      }
      assertEquals(
          pearson(ranks(one), ranks(other)), correlation(Scores.of(one), Scores.of(other)), 1e-12);
    }
  }

  @Test
  void scoresInTheSameOrderAgreeAndThoseInTheOppositeOrderDoNot() {
    Scores rising = Scores.of(Double.NEGATIVE_INFINITY, -1, 0, 1e-30, 5);
    assertEquals(1, correlation(rising, Scores.of(1, 2, 3, 4, Double.POSITIVE_INFINITY)), 1e-12);
    assertEquals(-1, correlation(rising, Scores.of(9, 8, 0, -8, -9)), 1e-12);
    assertEquals(0, correlation(rising, Scores.of(1, 1, 1, 1, 1)));
    assertEquals(1, correlation(Scores.of(0, -0.0, 1), Scores.of(-0.0, 0, 1)), 1e-12);
    assertEquals(0, correlation(Scores.of(1), Scores.of(1)));
  }

  @Test
  void scoresThatAreNoNumbersAreTheLeast() {
    assertEquals(
        1,
        correlation(Charts.unchecked(Float.NaN, Float.NEGATIVE_INFINITY, 1), Scores.of(1, 2, 3)),
        1e-12);
  }

  @Test
  void eachLayerIsComparedByItself() {
    ImportanceMap one = Charts.of(Charts.layer("a", 1, 1, 2), Charts.layer("b", 1, 1, 2));
    ImportanceMap other = Charts.of(Charts.layer("a", 1, 1, 2), Charts.layer("b", 1, 2, 1));
    assertEquals(
        List.of(new Comparison.Agreement("a", 2, 1), new Comparison.Agreement("b", 2, -1)),
        new Comparison(one, other).byLayer());
  }

  @Test
  void theOverlapIsWhatBothPutFirst() {
    ImportanceMap one = Charts.of(Charts.layer("a", 1, 4, 3, 2, 1), Charts.layer("b", 1, 0, 0));
    ImportanceMap other = Charts.of(Charts.layer("a", 1, 4, 1, 2, 3), Charts.layer("b", 1, 0, 0));
    Comparison comparison = new Comparison(one, other);
    assertEquals(1, comparison.overlap(Ranking.global(), 1 / 6.));
    assertEquals(.5, comparison.overlap(Ranking.global(), 2 / 6.));
    assertEquals(1, comparison.overlap(Ranking.global(), 4 / 6.));
    assertEquals(0, comparison.overlap(Ranking.global(), 0));
    assertEquals(2 / 3., comparison.overlap(Ranking.perLayer(), .5), 1e-12);
  }

  @Test
  void refusesMapsOfOtherBlocks() {
    ImportanceMap map = Charts.of(Charts.layer("a", 2, 1, 2));
    for (ImportanceMap other :
        List.of(
            Charts.of(),
            Charts.of(Charts.layer("b", 2, 1, 2)),
            Charts.of(Charts.layer("a", 1, 1, 2)),
            Charts.of(Charts.layer("a", 2, 1, 2, 3)))) {
      assertThrows(IllegalArgumentException.class, () -> new Comparison(map, other));
    }
  }
}
