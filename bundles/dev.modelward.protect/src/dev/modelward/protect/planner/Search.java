// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.RunException;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
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
    NavigableMap<Long, Double> profile = slope.profile().headMap(limit, true);
    Map.Entry<Long, Double> low = profile.firstEntry();
    Map.Entry<Long, Double> high = profile.lastEntry();
    for (Map.Entry<Long, Double> entry : profile.headMap(limit, false).entrySet()) {
      low = entry.getValue() >= goal.level() ? entry : low;
    }
    high = profile.higherEntry(low.getKey());
    double way = (low.getValue() - goal.level()) / (low.getValue() - high.getValue());
    double bounded = Double.isNaN(way) ? 0.5 : Math.clamp(way, LEAST_WAY, 1 - LEAST_WAY);
    return slope.between(
        low.getKey(), high.getKey(), low.getKey() + bounded * (high.getKey() - low.getKey()));
  }
}
