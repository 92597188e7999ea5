// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.protect.curve.Draws;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Finds the view of one tier after the other, from the first, which everybody sees. */
final class Climb {
  private static final double ROUNDING = 1e-12;
  private static final int MOST_DETOURS = 6;

  private final Bench bench;
  private final Counting counting;
  private final List<View> views = new ArrayList<>();

  Climb(Bench bench) {
    this.bench = bench;
    this.counting = bench.counting();
  }

  /** All views of tiers, of which the first seals what a cut says. */
  List<View> views(List<Tier> tiers, Cut.Depth depth, Progress progress)
      throws RunException, IOException, MismatchException, UnreachableException {
    for (Tier tier : tiers) {
      counting.check(tier);
    }
    Slope down = new Slope(bench, depth);
    bench.begin(part(tiers, tiers.getFirst(), progress));
    Spot all = first(tiers.getFirst(), down);
    bench.end();
    Cut.Rest rest = depth.rest(all);
    Way way = new Way(rest, down.through(all, rest));
    for (Tier tier : tiers.subList(1, tiers.size())) {
      bench.begin(part(tiers, tier, progress));
      way = next(tier, way);
      bench.end();
    }
    return List.copyOf(views);
  }

  /** What is left to open, and how good that makes the model. */
  private record Way(Cut.Rest rest, Slope slope) {}

  private static Progress part(List<Tier> tiers, Tier tier, Progress progress) {
    return progress.part("tier '" + tier.name() + "'", Planner.SEARCHING / tiers.size());
  }

  private Spot first(Tier tier, Slope slope)
      throws RunException, IOException, MismatchException, UnreachableException {
    Spot spot =
        switch (tier.target()) {
          case Target.Quality quality -> {
            Goal goal = goal(tier, quality);
            checkPlain(goal);
            yield new Plunge(slope, goal, counting).find();
          }
          case Target.Share share -> slope.cut().atLeast(weights(share, slope));
          case Target.Everything everything -> slope.cut().atLeast(0);
        };
    if (tier.target() instanceof Target.Share share && spot.weights() < weights(share, slope)) {
      throw new UnreachableException(
          tier.name(),
          leave(share),
          "in this order at most %s can be sealed".formatted(share(spot)));
    }
    // what the next tiers are measured against
    slope.sketch(spot);
    add(tier, spot, slope);
    return spot;
  }

  /** Adds a tier, and says which way goes on from there. */
  private Way next(Tier tier, Way way)
      throws RunException, IOException, MismatchException, UnreachableException {
    View before = views.getLast();
    switch (tier.target()) {
      case Target.Quality quality -> {
        Goal goal = goal(tier, quality);
        checkPlain(goal);
        checkBefore(goal, before);
        return next(tier, goal, way);
      }
      case Target.Share share -> {
        Spot spot = way.slope().cut().atLeast(weights(share, way.slope()));
        if (spot.weights() >= before.sealed().weights()) {
          throw new UnreachableException(
              tier.name(),
              leave(share),
              "%s leaves %s; choose less".formatted(name(before), Counting.share(before.share())));
        }
        add(tier, spot, way.slope());
      }
      case Target.Everything everything -> add(tier, way.slope().spot(0), way.slope());
    }
    return way;
  }

  private Way next(Tier tier, Goal goal, Way way)
      throws RunException, IOException, MismatchException, UnreachableException {
    long limit = views.getLast().sealed().weights();
    Search search = new Search(way.slope(), goal);
    Spot straight = search.nearest(limit);
    if (goal.isKept(way.slope().measure(straight).mean())) {
      add(tier, straight, way.slope());
      return way;
    }
    for (int i = 0; i < MOST_DETOURS; i++) {
      List<Slope> detours = search.detours(limit);
      Optional<Way> around = around(tier, goal, way.rest(), detours);
      if (around.isPresent()) {
        return around.get();
      }
      search = new Search(detours.getFirst(), goal);
    }
    throw goal.unreachable(neighbours(goal, way.slope()));
  }

  private Optional<Way> around(Tier tier, Goal goal, Cut.Rest rest, List<Slope> detours)
      throws RunException, IOException, MismatchException, UnreachableException {
    for (Slope detour : detours) {
      Spot spot = new Search(detour, goal).nearest(views.getLast().sealed().weights());
      if (goal.isKept(detour.measure(spot).mean())) {
        add(tier, spot, detour);
        Cut.Rest left = rest.of(spot.sealed());
        return Optional.of(new Way(left, detour.through(spot, left)));
      }
    }
    return Optional.empty();
  }

  private Goal goal(Tier tier, Target.Quality quality) {
    return new Goal(tier.name(), quality, counting.tolerance());
  }

  /** The weights of a share, whole ones. */
  private static long weights(Target.Share share, Slope slope) {
    long all = slope.spot(0).sealed().map().weights();
    return (long) Math.ceil(share.part() * all * (1 - ROUNDING));
  }

  private static String leave(Target.Share share) {
    return "leave " + share + " sealed";
  }

  private static String share(Spot spot) {
    return Counting.share(spot.sealed().share());
  }

  private static String name(View view) {
    return "tier '" + view.tier().name() + "'";
  }

  private void checkPlain(Goal goal) throws UnreachableException {
    double plain = bench.plain().mean();
    if (goal.level() > plain + goal.tolerance()) {
      throw goal.unreachable(
          "the model as it is is worth %s; choose at most %s"
              .formatted(counting.text(plain), counting.textBelow(plain)));
    }
  }

  private void checkBefore(Goal goal, View before) throws UnreachableException {
    double mean = before.quality().mean();
    if (goal.level() < mean) {
      throw goal.unreachable(
          "%s is worth %s already; choose more".formatted(name(before), counting.text(mean)));
    }
  }

  private void add(Tier tier, Spot spot, Slope slope)
      throws RunException, IOException, MismatchException, UnreachableException {
    Draws quality = slope.measure(spot);
    if (tier.target() instanceof Target.Quality wanted) {
      Goal goal = goal(tier, wanted);
      if (!goal.isKept(quality.mean())) {
        throw goal.unreachable(neighbours(goal, slope));
      }
    }
    if (!views.isEmpty()) {
      checkRise(tier, quality.mean(), views.getLast());
    }
    views.add(new View(tier, spot.sealed(), quality));
  }

  /** Shares that somebody chose may be too small to be told apart, what was asked for may not. */
  private void checkRise(Tier tier, double mean, View before) throws UnreachableException {
    boolean isAsked = isQuality(tier) || isQuality(before.tier());
    double last = before.quality().mean();
    if (isAsked ? mean <= last : mean < last - counting.tolerance()) {
      throw new UnreachableException(
          tier.name(),
          "be better than " + name(before),
          "it is worth %s after %s; choose targets that are further apart"
              .formatted(counting.text(mean), counting.text(last)));
    }
  }

  private static boolean isQuality(Tier tier) {
    return tier.target() instanceof Target.Quality;
  }

  private String neighbours(Goal goal, Slope slope) {
    NavigableMap<Long, Double> profile = slope.profile();
    double above = profile.firstEntry().getValue();
    double below = profile.lastEntry().getValue();
    for (double value : profile.values()) {
      above = value >= goal.level() ? Math.min(above, value) : above;
      below = value < goal.level() ? Math.max(below, value) : below;
    }
    return "the nearest views are worth %s and %s; choose one of these, or let the first tier seal more"
        .formatted(counting.text(below), counting.text(above));
  }
}
