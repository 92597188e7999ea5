// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import dev.modelward.learn.yaml.edit.Tree;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.importance.Ranking.Reach;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys and words of plans, for whoever helps people to write one. */
public final class Vocabulary {
  private Vocabulary() {}

  /** The keys of a whole plan. */
  public static List<String> keys() {
    return Section.PLAN.keys();
  }

  /** The keys behind a key of the whole plan, those of each item of a list; none if it has none. */
  public static List<String> keys(String section) {
    return Section.behind(section).map(Section::keys).orElse(List.of());
  }

  /** Whether behind a key of the whole plan there is a list of keys and values. */
  public static boolean isList(String section) {
    return Section.behind(section).filter(Section::isList).isPresent();
  }

  /** The words of which one stands at the end of a way, as in {@code ranking.over}, if it is so. */
  public static List<String> words(String way) {
    return switch (way) {
      case "decoys" -> Decoy.all().stream().map(Decoy::word).toList();
      case "criterion.name" -> words(CriterionSection.Word.values());
      case "criterion.loss" -> words(Judging.values());
      case "ranking.over" -> words(Reach.values());
      case "layers.kinds" -> words(BlockKind.values());
      default -> List.of();
    };
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  /** What is wrong with a value at the end of a way, as in {@code tiers.name}, wherever it is. */
  public static Optional<String> complaint(String way, String value) {
    String key = way.substring(way.lastIndexOf('.') + 1);
    String text = "{%s: %s}".formatted(key, new Tree.Leaf(value).flow());
    try {
      check(way, YamlText.of(Path.of("value"), "value", text).fields().required(key));
      return Optional.empty();
    } catch (YamlException e) {
      return Optional.of(e.problem());
    }
  }

  private static void check(String way, Field field) throws YamlException {
    String text = field.text();
    Secrets.check(field);
    switch (way) {
      case "tiers.name", "recipients.name" ->
          field.make(() -> new Tier(text, new Target.Everything()));
      case "tiers.quality" -> Amounts.quality(field);
      case "tiers.share" -> Amounts.share(field);
      case "recipients.key" -> field.path();
      case "recipients.from", "recipients.until" -> RecipientText.day(field);
      case "limits.quality" -> Amounts.limit(field, field);
      default -> {}
    }
  }
}
