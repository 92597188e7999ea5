// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.RunException;
import dev.modelward.protect.importance.Choice;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks on a slope for the view that is worth what a tier should be. */
record Search(Slope slope, Goal goal) {
  private static final int MOST_TRIES = 48;
  private static final double LEAST_WAY = 0.15;

  /** The view that comes nearest, of those that seal less than another. */
  Spot nearest(long limit)
      throws RunException, IOException, MismatchException, UnreachableException {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Spot> best = best(limit);
      boolean isNear = best.filter(spot -> goal.isNear(slope.expected(spot.weights()))).isPresent();
      Optional<Spot> next = isNear ? Optional.empty() : halved(limit);
      if (next.isPresent()) {
        slope.sketch(next.get());
      } else if (best.isEmpty()) {
        throw goal.unreachable("no block is left that it could open");
      } else if (slope.isMeasured(best.get())) {
        return best.get();
      } else {
        slope.measure(best.get());
      }
    }
    return best(limit).orElseThrow();
  }

  private Optional<Spot> best(long limit) {
    return slope.profile().subMap(1L, Math.max(1L, limit)).keySet().stream()
        .min(Comparator.comparingDouble(key -> Math.abs(slope.expected(key) - goal.level())))
        .map(slope::spot);
  }

  /** A view in the gap where the slope must cross the level. */
  private Optional<Spot> halved(long limit) {
    Gap gap = Gap.of(slope.profile().headMap(limit, true), goal.level());
    return slope.between(gap.fewer(), gap.more(), gap.crossing(LEAST_WAY));
  }

  /** Slopes around the block because of which this one has no view that is near. */
  List<Slope> detours(long limit) throws RunException, IOException, MismatchException {
    Gap gap = Gap.of(slope.profile().headMap(limit, true), goal.level());
    Spot before = slope.spot(gap.more());
    Spot after = slope.spot(gap.fewer());
    Choice block = before.sealed().without(after.sealed());
    Slope ahead = slope.through(after, new Cut.Ahead(slope.cut(), block));
    ahead.sketch(ahead.cut().atLeast(limit - block.weights()));
    Cut.Behind behind = new Cut.Behind(slope.cut(), before.sealed(), after);
    return List.of(ahead, slope.through(before, behind));
  }
}
