// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.RunException;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks for what the first tier must leave sealed: the least with which the model is worth no more
 * than that, and, if the model cannot get much worse, several times as much. For few sealed blocks
 * leave a view to the chance of their decoys, and the next tiers to the chance of single blocks.
 */
final class Plunge {
  private static final int MOST_TRIES = 48;
  private static final long FIRST_PART = 4096;
  private static final int STRIDE = 4;
  private static final double TIGHT = 1.25;
  private static final int MOST_TIMES = 16;

  private final Slope slope;
  private final Goal goal;
  private final Counting counting;
  private double ceiling;

  Plunge(Slope slope, Goal goal, Counting counting) {
    this.slope = slope;
    this.goal = goal;
    this.counting = counting;
    this.ceiling = goal.level() + goal.near();
  }

  /** What the first tier leaves sealed, which is measured. */
  Spot find() throws RunException, IOException, MismatchException, UnreachableException {
    Spot least = kept(least());
    double reached = slope.measure(least).mean();
    for (int times = MOST_TIMES; times > 1; times /= 2) {
      Spot more = slope.cut().atLeast(times * least.weights());
      slope.sketch(more);
      if (isAsGood(slope.expected(more.weights()), reached)
          && isAsGood(slope.measure(more).mean(), reached)) {
        return more;
      }
    }
    return least;
  }

  /** A view, or the one just before where a single block leads from too good to too bad. */
  private Spot kept(Spot low) throws RunException, IOException, MismatchException {
    long before = slope.profile().lowerKey(low.weights());
    if (before == 0 || goal.isKept(slope.measure(low).mean())) {
      return low;
    }
    Spot high = slope.spot(before);
    return goal.isKept(slope.measure(high).mean()) ? high : low;
  }

  /** Whether a view is hardly better, and worse by no more than half of what is allowed. */
  private boolean isAsGood(double mean, double reached) {
    return mean <= Math.max(goal.level() + goal.near(), reached)
        && mean >= goal.level() - goal.tolerance() / 2;
  }

  private Spot least() throws RunException, IOException, MismatchException, UnreachableException {
    for (int i = 0; i < MOST_TRIES; i++) {
      OptionalLong low = firstLow();
      Optional<Spot> next = low.isPresent() ? finer(low.getAsLong()) : deeper();
      if (next.isPresent()) {
        slope.sketch(next.get());
        continue;
      }
      Spot found = slope.spot(low.orElseGet(this::lowest));
      boolean isKnown = slope.isMeasured(found);
      double mean = slope.measure(found).mean();
      if (low.isEmpty() && mean > goal.level() + goal.tolerance()) {
        throw tooLow(found, mean);
      }
      if (low.isPresent() && isKnown) {
        return found;
      }
      // all that is within reach is a little too good
      ceiling = low.isEmpty() ? goal.level() + goal.tolerance() : ceiling;
    }
    return slope.spot(firstLow().orElseGet(this::lowest));
  }

  private UnreachableException tooLow(Spot lowest, double mean) {
    String where =
        lowest.weights() == slope.profile().lastKey()
            ? "with all blocks sealed it is "
            : "the least is, with " + Counting.share(lowest.sealed().share()) + " sealed, ";
    return goal.unreachable(
        where + counting.text(mean) + "; choose at least " + counting.textAbove(mean));
  }

  private OptionalLong firstLow() {
    return slope.profile().tailMap(0L, false).entrySet().stream()
        .filter(entry -> entry.getValue() <= ceiling)
        .mapToLong(Map.Entry::getKey)
        .findFirst();
  }

  private long lowest() {
    return slope.profile().tailMap(0L, false).keySet().stream()
        .min(Comparator.comparingDouble(slope::expected))
        .orElseThrow();
  }

  /** A view in which more is sealed than in any before, unless all is. */
  private Optional<Spot> deeper() {
    long most = slope.profile().lastKey();
    long wanted = most == 0 ? slope.cut().most() / FIRST_PART : most * STRIDE;
    Spot next = slope.cut().atLeast(Math.clamp(wanted, 1, slope.cut().most()));
    return Optional.of(next).filter(spot -> spot.weights() > most);
  }

  /** A view before one that is low, unless that is low enough and the last one hardly before it. */
  private Optional<Spot> finer(long low) {
    NavigableMap<Long, Double> profile = slope.profile();
    long before = profile.lowerKey(low);
    boolean isTight = low <= TIGHT * before;
    if (isTight && slope.expected(low) >= goal.level() - goal.near()) {
      return Optional.empty();
    }
    double wanted = before == 0 ? (double) low / STRIDE : Math.sqrt((double) before * low);
    return slope.between(before, low, wanted);
  }
}
