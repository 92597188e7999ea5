// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Survey;
import dev.modelward.protect.plan.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Texts of a plan in any style: sections in any order, in blocks and in brackets, with comments and
 * empty lines in many places. A comment inside an item says {@code in}, any other {@code out}.
 */
final class RandomText {
  private static final Path FILE = RandomPlan.FOLDER.resolve("x.ward");

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();
  private int comments;

  RandomText(SplittableRandom random) {
    this.random = random;
  }

  String of(ExposurePlan plan) {
    List<Runnable> sections = new ArrayList<>(sections(plan));
    Collections.shuffle(sections, new Random(random.nextLong()));
    text.append(oneIn(8) ? "\uFEFF" : "");
    gap("");
    sections.forEach(Runnable::run);
    String whole = oneIn(3) ? text.toString().stripTrailing() : text.toString();
    return oneIn(3) ? whole.replace("\n", "\r\n") : whole;
  }

  private List<Runnable> sections(ExposurePlan plan) {
    Survey survey = plan.survey();
    return List.of(
        () -> scalar("model", path(plan.model())),
        () -> scalar("importance", path(survey.map())),
        () -> scalar("decoys", plan.decoys().kind().word()),
        () -> scalar("seeds", "" + plan.decoys().seeds()),
        () ->
            keys(
                "data",
                Map.of(
                    "calibrate",
                    path(plan.data().calibrate()),
                    "measure",
                    path(plan.data().measure()))),
        () -> keys("criterion", criterion(survey)),
        () -> keys("ranking", ranking(survey)),
        () -> layers(survey),
        () -> items("tiers", plan.tiers().stream().map(RandomText::tier).toList()),
        () -> items("recipients", plan.recipients().stream().map(RandomText::recipient).toList()),
        () -> items("limits", plan.limits().stream().map(RandomText::limit).toList()));
  }

  private static String path(Path path) {
    return Places.written(path, FILE);
  }

  private static Map<String, String> criterion(Survey survey) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("name", CriterionText.of(survey.criterion()).split(" ")[0]);
    if (survey.criterion() instanceof Criterion.Random chance) {
      entries.put("seed", "" + chance.seed());
    }
    if (survey.samples() != Survey.ALL) {
      entries.put("samples", "" + survey.samples());
    }
    if (survey.criterion().needsData()) {
      entries.put("loss", survey.judging().name().toLowerCase(Locale.ROOT));
    }
    return entries;
  }

  private static Map<String, String> ranking(Survey survey) {
    return survey.ranking().cap() == 1
        ? Map.of("over", "per-layer")
        : Map.of("cap", 100 * survey.ranking().cap() + " %");
  }

  private void layers(Survey survey) {
    if (survey.layers().include().isEmpty()) {
      text.append("layers:");
      end("out");
    } else {
      text.append("layers:\n  include: ").append(flow(survey.layers().include()));
      end("out");
      text.append("  exclude:\n");
      survey
          .layers()
          .exclude()
          .forEach(each -> text.append("  - ").append(quoted(each)).append('\n'));
      text.append("  kinds: [neuron]\n");
    }
    gap("");
  }

  private String flow(List<String> values) {
    return String.join(", ", values.stream().map(RandomText::quoted).toList())
        .transform(all -> "[" + all + "]");
  }

  static Map<String, String> tier(Tier tier) {
    return TierText.of(tier);
  }

  static Map<String, String> recipient(Recipient recipient) {
    return RecipientText.of(recipient, FILE);
  }

  static Map<String, String> limit(Limit limit) {
    return Amounts.entries(limit);
  }

  private void scalar(String key, String value) {
    text.append(key).append(": ").append(written(value));
    end("out");
    gap("");
  }

  private void keys(String key, Map<String, String> entries) {
    text.append(key).append(':');
    if (random.nextBoolean()) {
      text.append(' ').append(inBrackets(entries));
      end("out");
    } else {
      end("out");
      String indent = " ".repeat(random.nextInt(1, 5));
      entries.forEach((each, value) -> {
        gap(indent);
        text.append(indent).append(each).append(": ").append(written(value));
        end("in");
      });
    }
    gap("");
  }

  private void items(String key, List<Map<String, String>> items) {
    text.append(key).append(':');
    if (items.isEmpty()) {
      text.append(oneIn(2) ? "" : " []");
      end("out");
    } else if (oneIn(4)) {
      inBrackets(items);
    } else {
      end("out");
      String indent = " ".repeat(random.nextInt(4));
      items.forEach(item -> {
        gap(indent);
        item(indent, item);
      });
    }
    gap("");
  }

  /** One list in brackets, on one line or more. */
  private void inBrackets(List<Map<String, String>> items) {
    text.append(" [");
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "" : ",");
      text.append(oneIn(3) ? comment("out") + "\n   " : i == 0 ? "" : " ");
      text.append(inBrackets(items.get(i)));
    }
    text.append(oneIn(4) ? "," : "").append(oneIn(3) ? comment("out") + "\n ]" : "]");
    end("out");
  }

  private void item(String indent, Map<String, String> item) {
    text.append(indent).append('-').append(oneIn(3) ? "   " : " ");
    if (oneIn(3)) {
      text.append(inBrackets(item));
      end("in");
      return;
    }
    String deeper = " ".repeat(text.length() - text.lastIndexOf("\n") - 1);
    List<String> keys = new ArrayList<>(item.keySet());
    Collections.shuffle(keys, new Random(random.nextLong()));
    for (int i = 0; i < keys.size(); i++) {
      if (i > 0) {
        text.append(oneIn(6) ? deeper + comment("in").strip() + "\n" : "").append(deeper);
      }
      text.append(keys.get(i)).append(": ").append(written(item.getOrDefault(keys.get(i), "")));
      end("in");
    }
  }

  private String inBrackets(Map<String, String> entries) {
    List<String> parts = new ArrayList<>();
    entries.forEach((key, value) -> parts.add(key + ": " + quoted(value)));
    return "{" + String.join(oneIn(4) ? " , " : ", ", parts) + (oneIn(6) ? ", }" : "}");
  }

  /** Plain wherever it may stand plain, else in quotes; sometimes in quotes without need. */
  private String written(String value) {
    boolean isPlain = value.matches("[\\w./\u00e4-][\\w./ %\u00e4-]*") && !value.startsWith("-");
    return isPlain && !oneIn(4) ? value : quoted(value);
  }

  private static String quoted(String value) {
    return value.contains("'") ? "\"" + value + "\"" : "'" + value + "'";
  }

  private void end(String where) {
    text.append(oneIn(3) ? comment(where) : "").append(oneIn(9) ? "  " : "").append('\n');
  }

  private void gap(String indent) {
    while (oneIn(3)) {
      text.append(oneIn(2) ? "\n" : indent + comment("out").strip() + "\n");
    }
  }

  private String comment(String where) {
    return "  # " + where + " " + comments++ + ": \u00e4\uD83D\uDE00 - {[";
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }
}
