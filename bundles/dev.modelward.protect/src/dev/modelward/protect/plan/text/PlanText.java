// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.Spelling;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.plan.Cards;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.FlawException;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Recipient;
import dev.modelward.protect.plan.Survey;
import dev.modelward.protect.plan.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of a plan, whose paths begin at its folder. */
record PlanText(YamlText text) {

  ExposurePlan plan() throws YamlException {
    Secrets.checkLines(text);
    Field root = text.root();
    Secrets.check(root);
    checkLater(Fields.of(root));
    Fields plan = Section.PLAN.of(root);
    Path model = plan.required("model").path();
    Cards cards = cards(Section.DATA.of(plan.required("data")));
    Survey survey = new SurveyText(plan).survey(model);
    DecoyChoice decoys = decoys(plan);
    List<Tier> tiers = TierText.all(plan.required("tiers"));
    List<Recipient> recipients = RecipientText.all(entries(plan, "recipients"));
    List<Limit> limits = limits(entries(plan, "limits"));
    try {
      return new ExposurePlan(model, cards, survey, decoys, tiers, recipients, limits);
    } catch (FlawException flaw) {
      throw Route.of(flaw.place()).nearest(root).says(flaw.problem());
    }
  }

  private static void checkLater(Fields plan) throws YamlException {
    for (Map.Entry<String, Field> key : plan.keys().entrySet()) {
      if (Section.LATER.contains(key.getKey())) {
        throw key.getValue()
            .says("the section '" + key.getKey() + "' comes later; this version has no use for it");
      }
    }
  }

  /** Each stands for the other where one is missing. */
  private static Cards cards(Fields data) throws YamlException {
    Field measure =
        data.find("measure").isPresent() ? data.required("measure") : data.required("calibrate");
    Optional<Field> calibrate = data.find("calibrate");
    return new Cards(
        calibrate.isPresent() ? calibrate.get().path() : measure.path(), measure.path());
  }

  private static DecoyChoice decoys(Fields plan) throws YamlException {
    Optional<Field> word = plan.find("decoys");
    Decoy kind = word.isPresent() ? decoy(word.get()) : Decoy.usual();
    Optional<Field> seeds = plan.find("seeds");
    if (seeds.isEmpty()) {
      return new DecoyChoice(kind, DecoyChoice.USUAL_SEEDS);
    }
    int count = seeds.get().count(1);
    return seeds.get().make(() -> new DecoyChoice(kind, count));
  }

  private static Decoy decoy(Field field) throws YamlException {
    String word = field.text();
    Optional<Decoy> decoy = Decoy.of(word);
    if (decoy.isEmpty()) {
      List<String> known = Decoy.all().stream().map(Decoy::word).toList();
      throw field.says("decoys cannot be '" + word + "'; " + Spelling.advice(word, known));
    }
    return decoy.get();
  }

  /** The items of a list that may be missing. */
  static List<Field> entries(Fields plan, String key) throws YamlException {
    Optional<Field> list = plan.find(key).filter(field -> !field.isEmpty());
    return list.isPresent() ? list.get().items() : List.of();
  }

  private static List<Limit> limits(List<Field> items) throws YamlException {
    List<Limit> limits = new ArrayList<>();
    for (Field item : items) {
      Fields limit = Section.LIMIT.of(item);
      limits.add(Amounts.limit(limit.required("view"), limit.required("quality")));
    }
    return limits;
  }
}
