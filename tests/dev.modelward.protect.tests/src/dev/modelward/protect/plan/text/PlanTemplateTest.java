// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.Cards;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Target.Quality;
import dev.modelward.protect.plan.Tier;
import dev.modelward.protect.plan.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTemplateTest {
  @TempDir Path folder = Path.of("");

  static Stream<List<Tier>> tiers() {
    Tier full = new Tier("all", new Target.Everything());
    Tier some = new Tier("some", new Quality(28.5, Unit.DECIBEL));
    return Stream.of(
        PlanTemplate.usualTiers(),
        List.of(some, full),
        List.of(
            new Tier("free", new Quality(10, Unit.PERCENT)),
            new Tier("basic", new Target.Share(0.0015)),
            full));
  }

  private PlanTemplate template(List<Tier> tiers) {
    return new PlanTemplate(
        folder.resolve("my net: 1.onnx"),
        new Cards(folder.resolve("data/train.data"), folder.resolve("data/test.data")),
        tiers);
  }

  @ParameterizedTest
  @MethodSource("tiers")
  void saysWhatItIsMadeFor(List<Tier> tiers) throws YamlException {
    PlanTemplate template = template(tiers);

    ExposurePlan plan = template.in(folder.resolve("x.ward")).plan();

    assertEquals(template.model(), plan.model());
    assertEquals(template.data(), plan.data());
    assertEquals(tiers, plan.tiers());
    assertEquals(DecoyChoice.usual(), plan.decoys());
    assertEquals(folder.resolve("my net: 1.importance"), plan.survey().map());
  }

  @ParameterizedTest
  @MethodSource("tiers")
  void whatItShowsInCommentsCanBeTakenOver(List<Tier> tiers) throws YamlException {
    PlanFile file = template(tiers).in(folder.resolve("x.ward"));
    String withAll = file.text().replaceAll("(?m)^# ([a-z]+:|  )", "$1");

    ExposurePlan plan = PlanFile.of(file.file(), withAll).plan();

    assertEquals(file.plan().survey().map(), plan.survey().map());
    assertEquals(500, plan.survey().samples());
    assertEquals(0.25, plan.survey().ranking().cap());
    assertEquals(tiers.getLast().name(), plan.recipients().getFirst().tier());
    assertEquals(tiers.getFirst().name(), plan.limits().getFirst().view());
  }

  @Test
  void tiersThatContradictEachOtherAreRefused() {
    List<Tier> twice =
        List.of(tiers().toList().get(1).getFirst(), tiers().toList().get(1).getFirst());

    assertThrows(YamlException.class, () -> template(twice).in(folder.resolve("x.ward")));
    assertThrows(IllegalArgumentException.class, () -> template(List.of()));
  }

  @Test
  void aPlanIsWrittenAndReadBack() throws IOException {
    PlanFile plan = template(PlanTemplate.usualTiers()).in(folder.resolve("new/x.ward"));

    plan.write();
    PlanFile changed = PlanEdit.of(plan).set("seeds", "9").file();
    changed.write();

    PlanFile read = PlanFile.read(plan.file());
    assertEquals(changed.text(), read.text());
    assertEquals(changed.digest(), read.digest());
  }
}
