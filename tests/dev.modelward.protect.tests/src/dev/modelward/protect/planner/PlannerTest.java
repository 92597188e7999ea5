// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.curve.Curve;
import dev.modelward.protect.curve.Draws;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.Target;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Views are worth what their tiers should be, and each one opens more than the one before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerTest {
  private static final double POINTS = 0.02 + 1e-9;

  private final Pupil pupil = Pupil.taught();

  PlannerTest() throws Exception {
    // the model is trained once for all tests
  }

  private static List<Double> means(Placement placement) {
    return placement.views().stream().map(View::quality).map(Draws::mean).toList();
  }

  private static List<List<Long>> blocks(Choice choice) {
    return IntStream.range(0, choice.map().layers().size())
        .mapToObj(layer -> LongStream.of(choice.of(layer)).boxed().toList())
        .toList();
  }

  private static void assertSame(Placement expected, Placement found) {
    assertEquals(expected.evidence(), found.evidence());
    assertEquals(means(expected), means(found));
    for (int i = 0; i < expected.rings().size(); i++) {
      assertEquals(blocks(expected.rings().get(i)), blocks(found.rings().get(i)));
    }
  }

  @Test
  void everyViewIsWorthWhatItShouldBeAndMoreThanTheOneBefore() throws Exception {
    Placement placement = pupil.place(Pupil.planner(13, 30, 50, 70));
    List<Double> means = means(placement);
    for (int i = 0; i < placement.views().size(); i++) {
      View view = placement.views().get(i);
      if (view.tier().target() instanceof Target.Quality quality) {
        assertEquals(quality.measured(), means.get(i), POINTS);
        assertEquals(Pupil.SEEDS, view.quality().values().size());
      }
      assertTrue(i == 0 || means.get(i) > means.get(i - 1), means.toString());
    }
    assertEquals(placement.evidence().plain(), means.getLast());
    assertEquals(0, placement.views().getLast().share());
  }

  @Test
  void ringsAreWhatLiesBetweenViewsAndTheMostImportantBlocksAreOpenedFirst() throws Exception {
    Placement placement = pupil.place(Pupil.planner(13, 30, 50, 70));
    assertEquals(4, placement.rings().size());
    Choice sealed = placement.sealed();
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i < placement.rings().size(); i++) {
      Choice ring = placement.rings().get(i);
      sealed = sealed.without(ring);
      assertEquals(blocks(placement.views().get(i + 1).sealed()), blocks(sealed));
      assertTrue(extreme(ring, true) <= last);
      last = extreme(ring, false);
    }
    assertEquals(0, sealed.count());
  }

  /** The greatest, or least, score for each weight of any block. */
  private static double extreme(Choice choice, boolean isGreatest) {
    double found = isGreatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (int i = 0; i < choice.map().layers().size(); i++) {
      ScoredLayer layer = choice.map().layers().get(i);
      for (long block : choice.of(i)) {
        double density = layer.density(block);
        found = isGreatest ? Math.max(found, density) : Math.min(found, density);
      }
    }
    return found;
  }

  @Test
  void sharesAreKeptToTheBlock() throws Exception {
    Placement placement = pupil.place(Pupil.planner(-30, -20, -5.5, -.1));
    double block = 9.0 / pupil.order().map().weights();
    double[] asked = {.3, .2, .055, .001, 0};
    for (int i = 0; i < asked.length; i++) {
      double share = placement.views().get(i).share();
      assertTrue(share >= asked[i] - 1e-12 && share < asked[i] + block, "share " + share);
    }
    assertEquals(Pupil.SEEDS, placement.views().getFirst().quality().values().size());
  }

  @Test
  void theFirstViewIsThatOfACurveWithTheSameDecoys() throws Exception {
    Placement placement = pupil.place(Pupil.planner(-30, -10));
    Curve curve =
        new Plotter(List.of(placement.sealed().share()), Pupil.SEEDS, Pupil.settings())
            .plot(pupil.model(), Pupil.test(), pupil.order(), Progress.NONE);
    assertEquals(
        curve.points().getFirst().values(), placement.views().getFirst().quality().values());
    assertEquals(curve.plain(), placement.evidence().plain());
  }

  @Test
  void aPlacementRepeatsItselfOnAnyNumberOfThreads() throws Exception {
    Planner planner = Pupil.planner(15, 50);
    Placement expected = pupil.place(planner);
    Planner alone = new Planner(planner.tiers(), planner.decoys(), planner.settings().on(1));
    assertSame(expected, pupil.place(planner));
    assertSame(expected, pupil.place(alone));
  }

  @Test
  void moreDecoysOrOtherOnesAreOtherMeasurements() throws Exception {
    Planner planner = Pupil.planner(-30, -10);
    DecoyChoice published = new DecoyChoice(new Decoy.Dprm(), Pupil.SEEDS);
    DecoyChoice more = new DecoyChoice(Decoy.usual(), 7);
    List<Double> usual = means(pupil.place(planner));
    for (DecoyChoice other : List.of(published, more)) {
      Placement placement = pupil.place(new Planner(planner.tiers(), other, planner.settings()));
      assertNotEquals(usual.getFirst(), means(placement).getFirst());
      assertEquals(other.seeds(), placement.views().getFirst().quality().values().size());
    }
  }

  @Test
  void capsAndRankingsByLayerNestToo() throws Exception {
    for (Ranking ranking : List.of(Ranking.perLayer(), Ranking.global().capped(.6))) {
      Plotter.Order order = new Plotter.Order(pupil.order().map(), ranking);
      Placement placement = pupil.place(Pupil.planner(20, 50), order);
      assertEquals(.2, means(placement).get(0), POINTS);
      assertEquals(.5, means(placement).get(1), POINTS);
      long blocks = placement.rings().stream().mapToLong(Choice::count).sum();
      assertEquals(placement.sealed().count(), blocks);
    }
  }

  @Test
  void whatIsLookedForByFewRecordsIsMeasuredByAll() throws Exception {
    Yardstick yardstick = new Yardstick(Pupil.test(), Pupil.signs(3, 60));
    Placement placement =
        Pupil.planner(15, 50).place(pupil.model(), pupil.order(), yardstick, Progress.NONE);
    List<Reading> readings = placement.evidence().readings();
    long whole = readings.stream().filter(reading -> reading.records() == 240).count();
    long sketched = readings.stream().filter(reading -> reading.records() == 60).count();
    assertEquals(readings.size(), whole + sketched);
    assertTrue(whole < sketched);
    for (View view : placement.views().subList(0, 2)) {
      assertTrue(
          readings.stream()
              .anyMatch(reading ->
                  reading.records() == 240
                      && reading.sealed() == view.share()
                      && reading.quality().equals(view.quality())));
    }
    assertEquals(.15, means(placement).get(0), POINTS);
    assertEquals(.5, means(placement).get(1), POINTS);
  }

  @Test
  void whereTheModelCannotGetWorseMoreIsSealedThanTheLeast() throws Exception {
    Placement placement = pupil.place(Pupil.planner(11, 50));
    double least =
        placement.evidence().readings().stream()
            .filter(reading -> reading.first() == reading.sealed())
            .filter(reading -> reading.quality().mean() <= .115)
            .mapToDouble(Reading::sealed)
            .min()
            .orElseThrow();
    assertTrue(placement.views().getFirst().share() > 1.4 * least);
  }

  /** Where a single kernel is worth a dozen points, few qualities are met in order. */
  @Test
  void goesAroundBlocksThatAreTooLargeSteps() throws Exception {
    Pupil fragile = Pupil.fragile();
    int detours = 0;
    for (int target = 25; target < 65; target += 10) {
      try {
        Placement placement = fragile.place(Pupil.planner(-5, target));
        assertEquals(target / 100.0, means(placement).get(1), POINTS);
        double kept = extreme(placement.rings().get(1), true);
        detours += kept > extreme(placement.rings().get(0), false) ? 1 : 0;
      } catch (UnreachableException refusal) {
        assertEquals("t1", refusal.tier());
      }
    }
    assertTrue(detours > 0);
  }

  @Test
  void aCancelledSearchEnds() {
    for (int questions : new int[] {0, 1, 40}) {
      AtomicInteger left = new AtomicInteger(questions);
      Progress impatient =
          Progress.asking(() -> {
            if (left.getAndDecrement() <= 0) {
              throw new CancellationException("enough");
            }
          });
      assertThrows(
          CancellationException.class,
          () ->
              Pupil.planner(15, 50)
                  .place(pupil.model(), pupil.order(), Yardstick.of(Pupil.test()), impatient));
    }
  }

  @Test
  void neighboursThatRiseBecomeTheirMean() {
    assertArrayEquals(new double[] {}, Falling.of());
    assertArrayEquals(new double[] {5, 3, 1}, Falling.of(5, 3, 1));
    assertArrayEquals(new double[] {5, 3, 3, 1}, Falling.of(5, 2, 4, 1));
    assertArrayEquals(new double[] {2, 2, 2}, Falling.of(1, 2, 3));
    assertArrayEquals(new double[] {5, 3, 3, 3, 0}, Falling.of(5, 1, 2, 6, 0));
  }
}
