// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.curve.Masquerade;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import java.io.IOException;
import java.util.List;

/**
 * Places the blocks of models in rings, so that every tier sees what it should: the tiers from the
 * first, which everybody sees, to the last, which sees all, the decoys, and how views are judged.
 */
public record Planner(List<Tier> tiers, DecoyChoice decoys, EvaluationSettings settings) {
  /** The part of the work that is no preparation. */
  static final double SEARCHING = 0.95;

  /** Keeps its own copy, and refuses tiers the last of which is not the only one to see all. */
  public Planner {
    tiers = List.copyOf(tiers);
    long ends = tiers.stream().filter(Planner::isEnd).count();
    if (tiers.size() < 2 || ends != 1 || !isEnd(tiers.getLast())) {
      throw new IllegalArgumentException(
          "expected tiers of which the last one sees everything, found " + tiers);
    }
  }

  private static boolean isEnd(Tier tier) {
    return tier.target() instanceof Target.Everything;
  }

  /**
   * The placement for a model whose blocks have an order. Views are measured with decoys of seeds,
   * drawn as those of an artifact are; the same inputs give the same placement.
   */
  public Placement place(
      OnnxModel model, Plotter.Order order, Yardstick yardstick, Progress progress)
      throws RunException, IOException, MismatchException, MapException, UnreachableException {
    if (order.map().blocks() == 0) {
      throw new MapException("the importance map", "blocks to seal", "none");
    }
    Masquerade masquerade = Masquerade.of(model, order.map(), decoys.kind());
    Progress opening = progress.part("the model as it is", 1 - SEARCHING);
    try (Bench bench = Bench.open(masquerade, yardstick, this, opening)) {
      List<View> views = new Climb(bench).views(tiers, new Cut.Depth(order, masquerade), progress);
      return Placement.of(views, bench.evidence());
    }
  }
}
