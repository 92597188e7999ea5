// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.plan.Cards;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.LayerChoice;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Survey;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Target.Quality;
import dev.modelward.protect.plan.Term;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Plans that a seed determines and that do not contradict themselves. */
final class RandomPlan {
  static final Path FOLDER = Path.of("plans");

  private static final List<String> PATHS =
      List.of(
          "a.onnx", "b c/d.e", "../\u00e4/\uD83D\uDE00", "/f,g/h", "it's", "#1", "[x]: y", "null");

  private final SplittableRandom random;
  private final Unit unit;

  RandomPlan(SplittableRandom random) {
    this.random = random;
    this.unit = random.nextBoolean() ? Unit.PERCENT : Unit.DECIBEL;
  }

  ExposurePlan plan() {
    List<Tier> tiers = tiers();
    List<Recipient> recipients = new ArrayList<>();
    List<Limit> limits = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      recipients.add(recipient("r" + i, granted(tiers)));
      limits.add(limit(tier(tiers), i));
    }
    return new ExposurePlan(
        path(), new Cards(path(), path()), survey(), decoys(), tiers, recipients, limits);
  }

  private List<Tier> tiers() {
    List<Tier> tiers = new ArrayList<>();
    int count = random.nextInt(1, 6);
    for (int i = 0; i < count; i++) {
      tiers.add(new Tier("t" + i, target(i)));
    }
    tiers.add(new Tier("full", new Target.Everything()));
    return tiers;
  }

  /** Between those of the tiers before and behind. */
  Target target(int index) {
    return random.nextBoolean()
        ? new Quality(10 * index + random.nextInt(90) / 10.0, unit)
        : new Target.Share((1000 - 100 * index - random.nextInt(90)) / 2000.0);
  }

  Limit limit(String view, int number) {
    Limit.Bound bound = random.nextBoolean() ? Limit.Bound.AT_MOST : Limit.Bound.AT_LEAST;
    return new Limit(view, bound, new Quality(number + random.nextInt(9) / 10.0, unit));
  }

  Recipient recipient(String name, String tier) {
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
    Term term =
        new Term(
            random.nextBoolean() ? day : Term.always().from(),
            random.nextBoolean() ? day.plusDays(9) : Term.always().until());
    return new Recipient(name, path(), tier, term);
  }

  String tier(List<Tier> tiers) {
    return tiers.get(random.nextInt(tiers.size())).name();
  }

  /** A tier that not everybody sees. */
  String granted(List<Tier> tiers) {
    return tier(tiers.subList(1, tiers.size()));
  }

  Path path() {
    return FOLDER.resolve(PATHS.get(random.nextInt(PATHS.size())));
  }

  private Survey survey() {
    Criterion criterion =
        switch (random.nextInt(3)) {
          case 0 -> Criterion.Fisher.usual();
          case 1 -> new Criterion.Random(random.nextInt(9));
          default -> new Criterion.Magnitude();
        };
    boolean looks = criterion.needsData();
    LayerChoice layers =
        random.nextBoolean()
            ? LayerChoice.all()
            : new LayerChoice(
                Set.of(BlockKind.NEURON), List.of("*", "a: b", "conv?"), List.of("#", "-"));
    return new Survey(
        path(),
        criterion,
        looks && random.nextBoolean() ? Judging.OUTPUT : Judging.TRUTH,
        looks && random.nextBoolean() ? random.nextInt(1, 9) : Survey.ALL,
        layers,
        random.nextBoolean() ? Ranking.perLayer() : Ranking.global().capped(0.25));
  }

  private DecoyChoice decoys() {
    Decoy kind = random.nextBoolean() ? Decoy.usual() : new Decoy.Dprm();
    return new DecoyChoice(kind, random.nextInt(1, 9));
  }
}
