// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.train.Trainer;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import dev.modelward.testkit.StrictProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A network that has learned to tell signs apart, and the order in which its kernels matter. */
record Pupil(OnnxModel model, Plotter.Order order) {
  /** How many decoys stand in each block, one after the other. */
  static final int SEEDS = 3;

  private static final int MANY = 12;

  /** Only kernels of layers of many, for any kernel of the first layer breaks so small a model. */
  static Pupil taught() throws Exception {
    return taught(layer -> layer.kind() == BlockKind.KERNEL_SLICE && layer.count() > MANY);
  }

  /** All kernels. */
  static Pupil fragile() throws Exception {
    return taught(layer -> layer.kind() == BlockKind.KERNEL_SLICE);
  }

  private static Pupil taught(Predicate<LayerBlocks> layers) throws Exception {
    OnnxModel untaught =
        Network.of(5, 1, 28, 28)
            .conv(12, 3, 2)
            .batchNorm()
            .relu()
            .conv(24, 3, 2)
            .batchNorm()
            .relu()
            .conv(24, 3)
            .batchNorm()
            .relu()
            .flatten()
            .dense(10)
            .model();
    Recipe recipe =
        new Recipe(
            Objective.CROSS_ENTROPY,
            Optimizer.Adam.usual(),
            new Schedule.OneCycle(0.02, 0.3),
            4,
            16,
            11,
            Norms.BATCH);
    Lesson lesson = Lesson.of(untaught, signs(1, 1024), recipe);
    OnnxModel model = Trainer.on(1).train(lesson, Progress.NONE).model();
    Plotter.Order order =
        new Plotter.Order(
            Analyzer.on(1)
                .of(layers)
                .analyze(model, signs(1, 128), Criterion.Fisher.usual(), Progress.NONE),
            Ranking.global());
    return new Pupil(model, order);
  }

  static Dataset signs(long seed, int count) {
    return Dataset.of(new Origin.Glyphs(seed, count)).with(new Transform.Scale(255));
  }

  /** The signs by which views are judged. */
  static Dataset test() {
    return signs(2, 240);
  }

  static EvaluationSettings settings() {
    return EvaluationSettings.cpu(2).by(Metric.TOP_1);
  }

  /** Tiers of qualities in percent, of shares where a number is negative, and all in the end. */
  static List<Tier> tiers(double... targets) {
    List<Tier> tiers = new ArrayList<>();
    for (double target : targets) {
      tiers.add(
          new Tier(
              "t" + tiers.size(),
              target < 0
                  ? new Target.Share(-target / 100)
                  : new Target.Quality(target, Unit.PERCENT)));
    }
    tiers.add(new Tier("all", new Target.Everything()));
    return tiers;
  }

  static Planner planner(double... targets) {
    return new Planner(
        tiers(targets), new DecoyChoice(DecoyChoice.usual().kind(), SEEDS), settings());
  }

  Placement place(Planner planner) throws Exception {
    return place(planner, order);
  }

  Placement place(Planner planner, Plotter.Order other) throws Exception {
    StrictProgress progress = new StrictProgress();
    Placement placement = planner.place(model, other, Yardstick.of(test()), progress);
    progress.checkDone();
    return placement;
  }
}
