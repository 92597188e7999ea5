// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Criterion.Ablation;
import dev.modelward.protect.importance.Criterion.Fisher;
import dev.modelward.protect.importance.Criterion.Magnitude;
import dev.modelward.protect.importance.Criterion.Pace;
import dev.modelward.protect.importance.Criterion.ProbabilisticSelection;
import dev.modelward.protect.importance.Criterion.Random;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.plan.Survey;
import java.util.List;
import java.util.Optional;

/** The section of a plan that says how blocks are judged. */
record CriterionSection(Criterion criterion, Judging judging, long samples) {

  /** The words of the criteria. */
  enum Word {
    FISHER,
    PSS,
    ABLATION,
    MAGNITUDE,
    RANDOM
  }

  static CriterionSection of(Fields plan) throws YamlException {
    Optional<Fields> section = Section.CRITERION.in(plan, "criterion");
    return section.isPresent()
        ? read(section.get())
        : new CriterionSection(Fisher.usual(), Judging.TRUTH, Survey.ALL);
  }

  private static CriterionSection read(Fields section) throws YamlException {
    Criterion criterion = criterion(section);
    if (!criterion.needsData()) {
      refuse(section, "samples", "loss");
    }
    Optional<Field> loss = section.find("loss");
    Judging judging = loss.isPresent() ? loss.get().choice(Judging.class) : Judging.TRUTH;
    Optional<Field> samples = section.find("samples");
    long count = samples.isPresent() ? samples.get().count(1) : Survey.ALL;
    return new CriterionSection(criterion, judging, count);
  }

  private static Criterion criterion(Fields section) throws YamlException {
    Optional<Field> name = section.find("name");
    return switch (name.isPresent() ? name.get().choice(Word.class) : Word.FISHER) {
      case FISHER -> {
        Fisher usual = Fisher.usual();
        yield new Fisher(usual.batch(), seed(section, usual.seed()));
      }
      case PSS -> {
        ProbabilisticSelection usual = ProbabilisticSelection.usual();
        Pace pace = usual.pace();
        yield new ProbabilisticSelection(
            usual.gates(),
            usual.turns(),
            usual.penalty(),
            usual.start(),
            new Pace(
                pace.epochs(),
                pace.batch(),
                pace.rate(),
                pace.momentum(),
                seed(section, pace.seed())));
      }
      case ABLATION -> {
        Ablation usual = Ablation.usual();
        yield new Ablation(usual.trials(), usual.batch(), seed(section, usual.seed()));
      }
      case MAGNITUDE -> {
        refuse(section, "seed");
        yield new Magnitude();
      }
      case RANDOM -> new Random(seed(section, 0));
    };
  }

  private static long seed(Fields section, long usual) throws YamlException {
    Optional<Field> seed = section.find("seed");
    return seed.isPresent() ? seed.get().integer() : usual;
  }

  private static void refuse(Fields section, String... keys) throws YamlException {
    for (String key : List.of(keys)) {
      Optional<Field> field = section.find(key);
      if (field.isPresent()) {
        throw field
            .get()
            .says(key + " does not belong to the criterion " + section.required("name").text());
      }
    }
  }
}
