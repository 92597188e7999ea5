// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Ranking;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What is read for a share is what a ranking of all blocks chooses. */
class HeatSummaryTest {
  private static final Runnable GO_ON = () -> {};

  private static void expectAsRanked(ImportanceMap map, double share) {
    Choice choice = Ranking.global().choose(map, share);
    Cut cut = HeatSummary.of(map, GO_ON).cut(share);
    for (int i = 0; i < map.layers().size(); i++) {
      assertEquals(choice.of(i).length, cut.blocks(i), "layer " + i + " at " + share);
    }
    assertEquals(choice.share(), cut.share(), 1e-12);
    assertEquals(choice.count(), cut.blocks());
    assertEquals(choice.weights(), cut.weights());
  }

  @Test
  void choosesWhatTheRankingChoosesInSmallMaps() {
    for (int seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      expectAsRanked(Maps.odd(random), random.nextDouble());
      expectAsRanked(Maps.odd(random), random.nextInt(11) / 10.0);
    }
  }

  @Test
  void choosesNothingAndEverything() {
    ImportanceMap map = Maps.spread(3, 50);

    expectAsRanked(map, 0);
    expectAsRanked(map, 1);
  }

  @Test
  void choosesAboutTheSameInLargeMaps() {
    ImportanceMap map = Maps.spread(8, 200_000);
    HeatSummary summary = HeatSummary.of(map, GO_ON);

    for (double share : new double[] {0.00005, 0.0004, 0.01, 0.1, 0.5, 0.93}) {
      Choice choice = Ranking.global().choose(map, share);
      Cut cut = summary.cut(share);
      for (int i = 0; i < 8; i++) {
        assertEquals(choice.of(i).length, cut.blocks(i), 12 + choice.of(i).length * 0.004);
      }
      assertEquals(choice.share(), cut.share(), 1e-5);
      assertTrue(cut.share() <= share);
    }
  }

  @Test
  void nestsEveryCutInAllLargerOnes() {
    HeatSummary summary = HeatSummary.of(Maps.spread(5, 300_000), GO_ON);
    Cut smaller = summary.cut(0);
    for (double share = 0; share <= 1; share += 0.0007) {
      Cut cut = summary.cut(share);
      for (int i = 0; i < 5; i++) {
        assertTrue(smaller.blocks(i) <= cut.blocks(i), "layer " + i + " at " + share);
      }
      assertTrue(smaller.ofScores() <= cut.ofScores() + 1e-12);
      smaller = cut;
    }
  }

  @Test
  void saysWhichPartOfAllScoresALayerHas() {
    HeatSummary summary =
        HeatSummary.of(Maps.of(Maps.layer("a", 2, 3, 1), Maps.layer("b", 1, 4, -7)), GO_ON);

    assertEquals(0.5, summary.rows().get(0).ofScores(), 1e-9);
    assertEquals(0.5, summary.rows().get(1).ofScores(), 1e-9);
    assertEquals(4.0 / 6, summary.rows().get(0).ofWeights(), 1e-9);
    assertEquals(0.5, summary.cut(1.0 / 6).ofScores(), 1e-9);
  }

  @Test
  void keepsTheHottestBlockOfEachCell() {
    double[] scores = new double[10_000];
    java.util.Arrays.fill(scores, 1);
    scores[7_000] = 1000;
    HeatSummary summary = HeatSummary.of(Maps.of(Maps.layer("a", 1, scores)), GO_ON);

    for (int width : new int[] {3, 100, 512, 1000}) {
      double hottest = 0;
      for (int cell = 0; cell < width; cell++) {
        hottest = Math.max(hottest, summary.strip(0).level(cell, width));
      }
      assertEquals(1, hottest, "of " + width);
    }
    Cut first = summary.cut(0.0001);
    assertTrue(summary.strip(0).isAbove(first, 70, 100));
    assertEquals(
        1,
        java.util.stream.IntStream.range(0, 100)
            .filter(c -> summary.strip(0).isAbove(first, c, 100))
            .count());
  }

  @Test
  void marksNoCellWhereNothingIsChosen() {
    HeatSummary summary = HeatSummary.of(Maps.of(Maps.layer("a", 1, 3, 2, 1)), GO_ON);

    assertTrue(!summary.strip(0).isAbove(summary.cut(0), 0, 3));
  }

  @Test
  void countsEachBlockOnceInTheHistogram() {
    HeatSummary summary = HeatSummary.of(Maps.spread(2, 5000), GO_ON);

    assertEquals(5000, summary.levels(0).all());
    assertEquals(5000, summary.levels(1).all());
  }

  @Test
  void standsAMapWithoutLayers() {
    HeatSummary summary = HeatSummary.of(Maps.of(), GO_ON);

    assertEquals(0, summary.cut(0.5).blocks());
    assertEquals(0, summary.cut(0.5).share());
  }

  @Test
  void standsScoresThatAreAllZeroOrInfinite() {
    HeatSummary summary =
        HeatSummary.of(
            Maps.of(Maps.layer("a", 1, 0, 0), Maps.layer("b", 1, Double.POSITIVE_INFINITY, 0)),
            GO_ON);

    assertEquals(0, summary.rows().get(0).ofScores());
    assertEquals(1, summary.cut(0.25).blocks(1));
    assertEquals(1, summary.strip(1).level(0, 2));
  }

  @Test
  void stopsWhenSomebodyCancels() {
    assertThrows(
        CancellationException.class,
        () ->
            HeatSummary.of(
                Maps.spread(2, 10),
                () -> {
                  throw new CancellationException();
                }));
  }

  @Test
  void refusesWhatIsNoShare() {
    HeatSummary summary = HeatSummary.of(Maps.spread(1, 5), GO_ON);

    for (double share : List.of(-0.1, 1.1, Double.NaN)) {
      assertThrows(IllegalArgumentException.class, () -> summary.cut(share));
    }
  }

  @Test
  void readsACutOfTenMillionBlocksAtOnce() {
    HeatSummary summary = HeatSummary.of(Maps.spread(100, 100_000), GO_ON);
    assertEquals(10_000_000, summary.blocks());

    long longest = 0;
    for (int i = 1; i <= 1000; i++) {
      long started = System.nanoTime();
      summary.cut(i / 1000.0);
      longest = i < 100 ? 0 : Math.max(longest, System.nanoTime() - started);
    }

    assertTrue(longest < 50_000_000, longest / 1e6 + " ms");
  }
}
