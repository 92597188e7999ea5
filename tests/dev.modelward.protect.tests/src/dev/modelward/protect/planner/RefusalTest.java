// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is out of reach is refused, and what is within reach is said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
  private final Pupil pupil = Pupil.taught();

  RefusalTest() throws Exception {
    // the model is trained once for all tests
  }

  private UnreachableException refusal(double... targets) {
    return assertThrows(
        UnreachableException.class,
        () ->
            Pupil.planner(targets)
                .place(pupil.model(), pupil.order(), Yardstick.of(Pupil.test()), Progress.NONE));
  }

  /** The number that follows some words. */
  private static double number(String text, String words) {
    int at = text.indexOf(words);
    assertTrue(at >= 0, text);
    return Double.parseDouble(text.substring(at + words.length()).split(" ", -1)[0]);
  }

  @Test
  void noModelIsWorthLessThanChance() throws Exception {
    UnreachableException refusal = refusal(2, 50);
    assertEquals("t0", refusal.tier());
    assertEquals("be 2 %", refusal.wanted());
    assertEquals("tier 't0' cannot be 2 %: " + refusal.reachable(), refusal.getMessage());
    double least = number(refusal.reachable(), "choose at least ");
    Placement placement = pupil.place(Pupil.planner(least, 50));
    assertEquals(least / 100, placement.views().getFirst().quality().mean(), .02 + 1e-9);
  }

  @Test
  void noViewIsBetterThanTheModel() throws Exception {
    for (double[] targets : new double[][] {{99, 99.5}, {15, 99}}) {
      UnreachableException refusal = refusal(targets);
      double plain = pupil.place(Pupil.planner(-1)).evidence().plain();
      double most = number(refusal.reachable(), "choose at most ");
      assertTrue(most <= 100 * plain && most > 100 * plain - .1, refusal.getMessage());
    }
  }

  @Test
  void noTierIsWorthLessThanTheOneBefore() {
    UnreachableException refusal = refusal(-5, 20);
    assertEquals("t1", refusal.tier());
    double already = number(refusal.reachable(), "is worth ");
    assertTrue(already > 20, refusal.getMessage());
    assertTrue(refusal.reachable().startsWith("tier 't0'"), refusal.getMessage());
  }

  @Test
  void noTierLeavesMoreSealedThanTheOneBefore() {
    UnreachableException refusal = refusal(40, -90);
    assertEquals("leave 90 % sealed", refusal.wanted());
    assertTrue(number(refusal.reachable(), "leaves ") < 90, refusal.getMessage());
    UnreachableException twice = refusal(-5, -4.99999);
    assertEquals("t1", twice.tier());
  }

  @Test
  void noTierBetterThanTheModelIsOfUse() {
    UnreachableException refusal = refusal(-30, -20, -25);
    assertEquals("t2", refusal.tier());
  }

  @Test
  void aCapLimitsWhatCanBeSealed() {
    Ranking ranking = Ranking.global().capped(.1);
    Plotter.Order order = new Plotter.Order(pupil.order().map(), ranking);
    UnreachableException refusal =
        assertThrows(UnreachableException.class, () -> pupil.place(Pupil.planner(-90, -10), order));
    assertEquals("leave 90 % sealed", refusal.wanted());
    double most = number(refusal.reachable(), "at most ");
    assertTrue(most > 10 && most < 21, refusal.getMessage());
  }

  @Test
  void targetsAreWrittenInTheUnitOfTheMetric() {
    List<Tier> tiers =
        List.of(
            new Tier("public", new Target.Quality(20, Unit.DECIBEL)),
            new Tier("all", new Target.Everything()));
    Planner planner = new Planner(tiers, DecoyChoice.usual(), Pupil.settings());
    MismatchException refusal = assertThrows(MismatchException.class, () -> pupil.place(planner));
    assertEquals("tier 'public'", refusal.where());
    assertEquals("20 dB", refusal.found());
  }

  @Test
  void aMetricThatFallsIsNoQuality() {
    Planner planner = Pupil.planner(-30, -10);
    EvaluationSettings settings = Pupil.settings().by(Metric.CROSS_ENTROPY);
    MismatchException refusal =
        assertThrows(
            MismatchException.class,
            () -> pupil.place(new Planner(planner.tiers(), planner.decoys(), settings)));
    assertEquals("cross-entropy", refusal.found());
  }

  @Test
  void aMapWithoutBlocksIsRefused() {
    ImportanceMap map = pupil.order().map();
    ImportanceMap empty = new ImportanceMap(List.of(), 1, map.provenance(), List.of());
    Plotter.Order order = new Plotter.Order(empty, Ranking.global());
    assertThrows(MapException.class, () -> pupil.place(Pupil.planner(-30), order));
  }

  @Test
  void onlyTheLastTierSeesAll() {
    Tier all = new Tier("all", new Target.Everything());
    Tier some = new Tier("some", new Target.Share(.5));
    for (List<Tier> tiers :
        List.of(List.<Tier>of(), List.of(all), List.of(some, some), List.of(all, all))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Planner(tiers, DecoyChoice.usual(), Pupil.settings()));
    }
  }

  @Test
  void ringsMustBeWhatLiesBetweenViews() throws Exception {
    Placement placement = pupil.place(Pupil.planner(-30, -10));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Placement(List.of(), placement.views(), placement.evidence()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Placement(placement.rings().reversed(), placement.views(), placement.evidence()));
  }
}
