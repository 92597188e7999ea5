// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.planner.Planner;
import dev.modelward.protect.planner.Reading;
import dev.modelward.protect.planner.UnreachableException;
import dev.modelward.protect.planner.Yardstick;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** Looks for the least that keeps a limit which a plan breaks. */
record Mending(ExposurePlan plan, OnnxModel model, Plotter.Order order, Yardstick yardstick) {

  /**
   * The smallest share that was measured to keep a limit of the view that everybody has; none for
   * other views, whose shares depend on those before.
   */
  OptionalDouble enough(Limit limit, EvaluationSettings settings, Progress progress)
      throws RunException, IOException, MismatchException, MapException {
    Tier first = plan.tiers().getFirst();
    if (limit.bound() == Limit.Bound.AT_LEAST || !first.name().equals(limit.view())) {
      return OptionalDouble.empty();
    }
    Tier kept = new Tier(first.name(), limit.quality());
    Tier last = new Tier(plan.tiers().getLast().name(), new Target.Everything());
    try {
      return new Planner(List.of(kept, last), plan.decoys(), settings)
          .place(model, order, yardstick, progress).evidence().readings().stream()
              .filter(reading -> limit.keeps(reading.quality().mean()))
              .mapToDouble(Reading::sealed)
              .min();
    } catch (UnreachableException e) {
      return OptionalDouble.empty();
    }
  }
}
