// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import dev.modelward.protect.importance.Criterion.Ablation;
import dev.modelward.protect.importance.Criterion.Fisher;
import dev.modelward.protect.importance.Criterion.Gates;
import dev.modelward.protect.importance.Criterion.Magnitude;
import dev.modelward.protect.importance.Criterion.Pace;
import dev.modelward.protect.importance.Criterion.ProbabilisticSelection;
import dev.modelward.protect.importance.Criterion.Random;
import dev.modelward.protect.importance.Criterion.Turns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Criteria as people read them, as in {@code fisher batch=16 seed=1}. */
public final class CriterionText {
  private final Map<String, String> parts = new HashMap<>();

  private CriterionText(String text) {
    Arrays.stream(text.split(" ", -1))
        .skip(1)
        .map(part -> part.split("=", 2))
        .forEach(part -> parts.put(part[0], part[part.length - 1]));
  }

  /** The text of a criterion, from which it can be read back. */
  public static String of(Criterion criterion) {
    return switch (criterion) {
      case Fisher fisher -> "fisher batch=" + fisher.batch() + " seed=" + fisher.seed();
      case ProbabilisticSelection pss ->
          String.join(
              " ",
              "pss",
              "gates=" + word(pss.gates()),
              "turns=" + word(pss.turns()),
              "penalty=" + pss.penalty(),
              "start=" + pss.start(),
              text(pss.pace()));
      case Ablation ablation ->
          String.join(
              " ",
              "ablation",
              "trials=" + ablation.trials(),
              "batch=" + ablation.batch(),
              "seed=" + ablation.seed());
      case Magnitude magnitude -> "magnitude";
      case Random random -> "random seed=" + random.seed();
    };
  }

  private static String text(Pace pace) {
    return String.join(
        " ",
        "epochs=" + pace.epochs(),
        "batch=" + pace.batch(),
        "rate=" + pace.rate(),
        "momentum=" + pace.momentum(),
        "seed=" + pace.seed());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The criterion that has a text. */
  static Optional<Criterion> read(String text) {
    try {
      return new CriterionText(text)
          .criterion(text.split(" ", -1)[0])
          .filter(criterion -> of(criterion).equals(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private Optional<Criterion> criterion(String name) {
    return switch (name) {
      case "fisher" -> Optional.of(new Fisher((int) whole("batch"), whole("seed")));
      case "pss" -> Optional.of(selection());
      case "ablation" ->
          Optional.of(new Ablation((int) whole("trials"), (int) whole("batch"), whole("seed")));
      case "magnitude" -> Optional.of(new Magnitude());
      case "random" -> Optional.of(new Random(whole("seed")));
      default -> Optional.empty();
    };
  }

  private Criterion selection() {
    Pace pace =
        new Pace(
            (int) whole("epochs"),
            (int) whole("batch"),
            number("rate"),
            number("momentum"),
            whole("seed"));
    return new ProbabilisticSelection(
        Gates.valueOf(constant("gates")),
        Turns.valueOf(constant("turns")),
        number("penalty"),
        number("start"),
        pace);
  }

  private String part(String name) {
    return parts.getOrDefault(name, "");
  }

  private String constant(String name) {
    return part(name).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private long whole(String name) {
    return Long.parseLong(part(name));
  }

  private double number(String name) {
    return Double.parseDouble(part(name));
  }
}
