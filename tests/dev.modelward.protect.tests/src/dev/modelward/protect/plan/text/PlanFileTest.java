// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.yaml.YamlException;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {
  private static final Path FILE = Path.of("some", "model.ward");
  private static final String SHORT =
      """
      model: net.onnx
      data: {measure: test.data}
      tiers:
        - name: public
          quality: 20 %
        - name: full
      """;
  private static final String LONG =
      """
      model: ../net.onnx
      data: {calibrate: train.data, measure: test.data}
      importance: maps/net.importance
      criterion: {name: ablation, samples: 500, seed: -7, loss: output}
      ranking: {over: global, cap: 12.5%}
      layers:
        kinds: [kernel-slice, neuron]
        include: ["features.*", 'conv?']
        exclude: [features.0]
      decoys: dprm
      seeds: 7
      tiers:
        - {name: public, quality: 10 dB}
        - {name: basic, share: .5 %}
        - {name: full}
      recipients:
        - {name: acme, key: keys/acme.pub, tier: basic, from: 2026-01-01, until: 2026-12-31}
        - {name: ours, key: /keys/ours.pub, tier: full}
      limits:
        - {view: public, quality: "<= 12.25 dB"}
        - {view: full, quality: '>=28dB'}
      """;

  @TempDir Path folder = Path.of("");

  private static ExposurePlan plan(String text) throws YamlException {
    return PlanFile.of(FILE, text).plan();
  }

  private static Quality percent(double value) {
    return new Quality(value, Unit.PERCENT);
  }

  @Test
  void whatIsNotSaidIsUsual() throws YamlException {
    Path test = Path.of("some", "test.data");
    Survey survey =
        new Survey(
            Path.of("some", "net.importance"),
            Criterion.Fisher.usual(),
            Judging.TRUTH,
            Survey.ALL,
            LayerChoice.all(),
            Ranking.global());
    ExposurePlan usual =
        new ExposurePlan(
            Path.of("some", "net.onnx"),
            new Cards(test, test),
            survey,
            DecoyChoice.usual(),
            List.of(new Tier("public", percent(20)), new Tier("full", new Target.Everything())),
            List.of(),
            List.of());

    assertEquals(usual, plan(SHORT));
  }

  @Test
  void everythingCanBeSaid() throws YamlException {
    ExposurePlan plan = plan(LONG);

    assertEquals(Path.of("some", "..", "net.onnx"), plan.model());
    assertEquals(
        new Cards(Path.of("some", "train.data"), Path.of("some", "test.data")), plan.data());
    Criterion.Ablation usual = Criterion.Ablation.usual();
    assertEquals(
        new Survey(
            Path.of("some", "maps", "net.importance"),
            new Criterion.Ablation(usual.trials(), usual.batch(), -7),
            Judging.OUTPUT,
            500,
            new LayerChoice(
                Set.of(BlockKind.KERNEL_SLICE, BlockKind.NEURON),
                List.of("features.*", "conv?"),
                List.of("features.0")),
            Ranking.global().capped(0.125)),
        plan.survey());
    assertEquals(new DecoyChoice(new Decoy.Dprm(), 7), plan.decoys());
    assertEquals(new Tier("basic", new Target.Share(0.005)), plan.tiers().get(1));
    Term year = new Term(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    assertEquals(
        List.of(
            new Recipient("acme", Path.of("some", "keys", "acme.pub"), "basic", year),
            new Recipient("ours", Path.of("/keys/ours.pub"), "full", Term.always())),
        plan.recipients());
    assertEquals(
        List.of(
            new Limit("public", Limit.Bound.AT_MOST, new Quality(12.25, Unit.DECIBEL)),
            new Limit("full", Limit.Bound.AT_LEAST, new Quality(28, Unit.DECIBEL))),
        plan.limits());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: fisher}             | Fisher[batch=16, seed=0]
          {seed: 3}                  | Fisher[batch=16, seed=3]
          {name: ablation}           | Ablation[trials=1024, batch=16, seed=0]
          {name: magnitude}          | Magnitude[]
          {name: random, seed: 5}    | Random[seed=5]
          """)
  void criteriaHaveUsualSettings(String section, String criterion) throws YamlException {
    assertEquals(criterion, plan(SHORT + "criterion: " + section).survey().criterion().toString());
  }

  @Test
  void aSelectionIsSeededAndElseUsual() throws YamlException {
    Criterion.ProbabilisticSelection pss =
        assertInstanceOf(
            Criterion.ProbabilisticSelection.class,
            plan(SHORT + "criterion: {name: pss, seed: 9}").survey().criterion());

    assertEquals(9, pss.pace().seed());
    assertEquals(Criterion.ProbabilisticSelection.usual().gates(), pss.gates());
  }

  @Test
  void aSectionWithNothingInItIsAsIfItWereNotThere() throws YamlException {
    String empty = "criterion:\nranking:\nlayers:\nrecipients:\n  # none\nlimits:\n";

    assertEquals(plan(SHORT), plan(SHORT + empty));
    assertEquals(plan(SHORT), plan(SHORT + "layers: {kinds: , include: []}\nrecipients: []\n"));
  }

  @Test
  void oneCardStandsForTheOther() throws YamlException {
    assertEquals(plan(SHORT), plan(SHORT.replace("measure:", "calibrate:")));
  }

  @Test
  void theDigestIsThatOfTheFilesBytes() throws Exception {
    byte[] bytes = ("# Grün \uD83D\uDE00\r\n" + SHORT).getBytes(StandardCharsets.UTF_8);

    PlanFile file = PlanFile.read(Files.write(folder.resolve("model.ward"), bytes));

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertEquals(HexFormat.of().formatHex(digest), file.digest());
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("model.ward"), new byte[] {(byte) 0xff, 0x61});

    assertThrows(YamlException.class, () -> PlanFile.read(file));
    assertThrows(YamlException.class, () -> PlanFile.read(folder.resolve("missing.ward")));
    assertThrows(YamlException.class, () -> PlanFile.of(file, "#".repeat((1 << 20) + 1)));
  }
}
