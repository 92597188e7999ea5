// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.variants.Variant;
import dev.modelward.learn.variants.Variants;
import dev.modelward.protect.curve.Costume;
import dev.modelward.protect.curve.Draws;
import dev.modelward.protect.curve.Masquerade;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import dev.modelward.protect.planner.Placement;
import dev.modelward.protect.planner.Planner;
import dev.modelward.protect.planner.View;
import dev.modelward.protect.planner.Yardstick;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The tiers of one model, with their views judged again under decoys of other seeds. */
record Ladder(Plot plot, Placement placement, List<Draws> again, double seconds) {
  private static final long FRESH = 1000;

  static List<Tier> tiers(Unit unit, double... qualities) {
    List<Tier> tiers = new ArrayList<>();
    for (double quality : qualities) {
      tiers.add(new Tier("tier" + tiers.size(), new Target.Quality(quality, unit)));
    }
    tiers.add(new Tier("all", new Target.Everything()));
    return tiers;
  }

  static Ladder of(Plot plot, Yardstick yardstick, Report report, List<Tier> tiers, int seeds)
      throws Exception {
    ImportanceMap map = plot.map(Criterion.Fisher.usual(), report);
    EvaluationSettings settings = EvaluationSettings.cpu(2).by(plot.metric());
    Planner planner = new Planner(tiers, new DecoyChoice(Decoy.usual(), seeds), settings);
    long began = System.nanoTime();
    Placement placement =
        planner.place(
            plot.model(), new Plotter.Order(map, Ranking.global()), yardstick, Progress.NONE);
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Ladder(plot, placement, again(plot, placement, settings, seeds), seconds);
  }

  private static List<Draws> again(
      Plot plot, Placement placement, EvaluationSettings settings, int seeds) throws Exception {
    Choice all = placement.sealed();
    Masquerade masquerade = Masquerade.of(plot.model(), all.map(), Decoy.usual());
    Costume costume = masquerade.costume(all);
    List<Draws> again = new ArrayList<>();
    try (Variants variants =
        Variants.open(masquerade.model(), masquerade.weights(), plot.test(), settings)) {
      for (View view : placement.views()) {
        boolean isPlain = view.sealed().count() == 0;
        List<Variant> fresh =
            isPlain
                ? List.of(Variant.none())
                : costume.variants(view.sealed(), LongStream.range(FRESH, FRESH + seeds));
        List<Evaluation> found = variants.evaluate(fresh, Progress.NONE);
        again.add(
            new Draws(found.stream().map(each -> each.figure(plot.metric()).value()).toList()));
      }
    }
    return again;
  }

  /** What the views are worth with the decoys of the search. */
  List<Double> means() {
    return placement.views().stream().map(view -> view.quality().mean()).toList();
  }

  /** What the views are worth with other decoys. */
  List<Double> fresh() {
    return again.stream().map(Draws::mean).toList();
  }

  void report(Report report) {
    String table = "Planner: " + plot.name() + ", " + plot.metric();
    for (int i = 0; i < again.size(); i++) {
      View view = placement.views().get(i);
      report.add(
          table,
          "%s, target %s".formatted(view.tier().name(), view.tier().target()),
          "%s; with fresh seeds %s; %d blocks, %.4f %% of the weights still sealed"
              .formatted(
                  text(view.quality()),
                  text(again.get(i)),
                  view.sealed().count(),
                  100 * view.share()),
          plot.metric().isShare() ? "+- 2 points" : "+- 0.5 dB");
    }
    report.add(
        table,
        "search",
        "%d measurements, %.0f s".formatted(placement.evidence().readings().size(), seconds),
        "-");
  }

  private String text(Draws draws) {
    double unit = plot.metric().isShare() ? 100 : 1;
    return "%.2f (deviation %.2f over %d seeds)"
        .formatted(unit * draws.mean(), unit * draws.deviation(), draws.values().size());
  }

  /** Every view is worth its target, within a tolerance, in both measurements. */
  void check(double tolerance) {
    for (int i = 0; i < again.size(); i++) {
      View view = placement.views().get(i);
      if (view.tier().target() instanceof Target.Quality quality) {
        assertEquals(quality.measured(), view.quality().mean(), tolerance, view.tier().name());
        assertEquals(quality.measured(), fresh().get(i), tolerance, view.tier().name());
      }
      assertTrue(i == 0 || means().get(i) > means().get(i - 1), means().toString());
      assertTrue(i == 0 || fresh().get(i) > fresh().get(i - 1), fresh().toString());
    }
  }
}
