// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.edit.Tree;
import dev.modelward.protect.plan.Cards;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Target.Quality;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import java.nio.file.Path;
import java.util.List;

/** A first plan for a model, which explains itself and is meant to be changed by hand. */
public record PlanTemplate(Path model, Cards data, List<Tier> tiers) {
  private static final String TEXT =
      """
      # An exposure plan: who may see which part of a model in the clear.
      # Paths begin at the folder of this file. Nothing secret belongs here.
      model: %1$s

      # What the analysis reads, and what every view is measured on.
      data:
        calibrate: %2$s
        measure: %3$s

      # Where the importance map is, and how it is made where it is missing.
      # importance: %4$s
      # criterion: {name: fisher, samples: 500}

      # Which blocks come first; a cap keeps them from crowding into one layer.
      # ranking: {over: global, cap: 25 %%}

      # What stands in sealed blocks; a quality is the mean over so many draws.
      decoys: blending
      seeds: 5

      # From what everybody sees to the whole model. All but the last aim at a quality,
      # as in 70 %% or 28 dB, or at the share of the weights that stays sealed, as in 5 %%.
      tiers:
        %5$s

      # Who gets a grant; the key is the file of a public key.
      # recipients:
      #   - name: acme
      #     key: keys/acme.pub
      #     tier: %7$s
      #     until: 2027-12-31

      # What a view may at most, or must at least, be worth; else a build fails.
      # limits:
      #   - view: %6$s
      #     quality: "<= 20 %8$s"
      """;

  /** Keeps its own copy; there must be a tier for everybody and one with all. */
  public PlanTemplate {
    tiers = List.copyOf(tiers);
    if (tiers.size() < 2) {
      throw new IllegalArgumentException("expected two tiers or more, found " + tiers.size());
    }
  }

  /** Everybody sees the model without a twentieth of its weights. */
  public static List<Tier> usualTiers() {
    return List.of(
        new Tier("public", new Target.Share(0.05)), new Tier("full", new Target.Everything()));
  }

  /** The plan in a file, which is not written yet. */
  public PlanFile in(Path file) throws YamlException {
    Tree list = Tree.ofItems(tiers.stream().map(tier -> Tree.ofTexts(TierText.of(tier))).toList());
    return PlanFile.of(
        file,
        TEXT.formatted(
            path(model, file),
            path(data.calibrate(), file),
            path(data.measure(), file),
            path(SurveyText.beside(model), file),
            list.block("\n  "),
            tiers.getFirst().name(),
            tiers.getLast().name(),
            unit()));
  }

  private static String path(Path path, Path file) {
    return new Tree.Leaf(Places.written(path, file)).flow();
  }

  private Unit unit() {
    return tiers.stream()
        .map(Tier::target)
        .filter(Quality.class::isInstance)
        .map(Quality.class::cast)
        .map(Quality::unit)
        .findFirst()
        .orElse(Unit.PERCENT);
  }
}
