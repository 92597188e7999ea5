// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Criterion.Pace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say by what criterion blocks are judged. */
final class CriterionOptions {
  private static final String BATCH = "--batch";
  private static final String SEED = "--seed";
  private static final String TRIALS = "--trials";
  private static final String EPOCHS = "--epochs";
  private static final String RATE = "--rate";
  private static final String PENALTY = "--penalty";
  private static final String PUBLISHED = "--published";

  @Option(
      names = "--criterion",
      paramLabel = "NAME",
      description = "One of fisher (if not given), pss, ablation, magnitude, random.")
  private String name = "fisher";

  @Option(
      names = BATCH,
      paramLabel = "N",
      description = "fisher, pss, ablation: at most so many records at a time.")
  private List<Integer> batch = new ArrayList<>();

  @Option(names = SEED, paramLabel = "N", description = "All but magnitude: what chance draws.")
  private List<Long> seed = new ArrayList<>();

  @Option(names = TRIALS, paramLabel = "N", description = "ablation: how many parts are tried.")
  private List<Integer> trials = new ArrayList<>();

  @Option(names = EPOCHS, paramLabel = "N", description = "pss: how often all records are seen.")
  private List<Integer> epochs = new ArrayList<>();

  @Option(names = RATE, paramLabel = "X", description = "pss: how far each step goes.")
  private List<Double> rate = new ArrayList<>();

  @Option(names = PENALTY, paramLabel = "X", description = "pss: what an open gate costs.")
  private List<Double> penalty = new ArrayList<>();

  @Option(
      names = PUBLISHED,
      description = "pss: the settings of the published program, layer by layer, but slow.")
  private boolean published;

  String name() {
    return name;
  }

  /**
   * The criterion with its settings.
   *
   * @throws IllegalArgumentException if there is none, or it has no such setting
   */
  Criterion criterion() {
    return switch (name) {
      case "fisher" -> {
        only(BATCH, SEED);
        Criterion.Fisher usual = Criterion.Fisher.usual();
        yield new Criterion.Fisher(last(batch, usual.batch()), last(seed, usual.seed()));
      }
      case "pss" -> {
        only(BATCH, SEED, EPOCHS, RATE, PENALTY, PUBLISHED);
        yield selection();
      }
      case "ablation" -> {
        only(BATCH, SEED, TRIALS);
        Criterion.Ablation usual = Criterion.Ablation.usual();
        yield new Criterion.Ablation(
            last(trials, usual.trials()), last(batch, usual.batch()), last(seed, usual.seed()));
      }
      case "magnitude" -> {
        only();
        yield new Criterion.Magnitude();
      }
      case "random" -> {
        only(SEED);
        yield new Criterion.Random(last(seed, 0L));
      }
      default -> throw new IllegalArgumentException("There is no criterion '" + name + "'");
    };
  }

  private Criterion selection() {
    Criterion.ProbabilisticSelection usual =
        published
            ? Criterion.ProbabilisticSelection.published()
            : Criterion.ProbabilisticSelection.usual();
    Pace pace = usual.pace();
    double step = last(rate, pace.rate());
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a rate above 0, found " + step);
    }
    return new Criterion.ProbabilisticSelection(
        usual.gates(),
        usual.turns(),
        last(penalty, usual.penalty()),
        usual.start(),
        new Pace(
            last(epochs, pace.epochs()),
            last(batch, pace.batch()),
            step,
            pace.momentum(),
            last(seed, pace.seed())));
  }

  private void only(String... known) {
    List<String> fitting = List.of(known);
    given()
        .forEach((option, isGiven) -> {
          if (isGiven && !fitting.contains(option)) {
            throw new IllegalArgumentException(
                option + " does not belong to the criterion " + name);
          }
        });
  }

  private Map<String, Boolean> given() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put(BATCH, !batch.isEmpty());
    given.put(SEED, !seed.isEmpty());
    given.put(TRIALS, !trials.isEmpty());
    given.put(EPOCHS, !epochs.isEmpty());
    given.put(RATE, !rate.isEmpty());
    given.put(PENALTY, !penalty.isEmpty());
    given.put(PUBLISHED, published);
    return given;
  }

  private static <T> T last(List<T> given, T usual) {
    return given.isEmpty() ? usual : given.getLast();
  }
}
