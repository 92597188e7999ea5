// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.importance.Comparison;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Criterion.Gates;
import dev.modelward.protect.importance.Criterion.Pace;
import dev.modelward.protect.importance.Criterion.ProbabilisticSelection;
import dev.modelward.protect.importance.Criterion.Turns;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.testkit.StrictProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gates stay open on what a network does not want to lose. */
class GatesTest {
  private static ProbabilisticSelection selection(Gates gates, Turns turns) {
    return new ProbabilisticSelection(gates, turns, 1e-3, 1, new Pace(2, 16, 1, 0.9, 3));
  }

  private static ImportanceMap map(OnnxModel model, int threads, Criterion criterion)
      throws Exception {
    return Analyzer.on(threads).analyze(model, Patients.glyphs(96), criterion, Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource(Turns.class)
  void oneSeedGivesOneMap(Turns turns) throws Exception {
    OnnxModel model = Patients.taught();
    Criterion criterion = selection(Gates.STOCHASTIC, turns);
    assertTrue(map(model, 1, criterion).agreesWith(map(model, 1, criterion)));
  }

  @Test
  void thePublishedWayGivesOneMap() throws Exception {
    OnnxModel model = Patients.taught();
    ProbabilisticSelection published = ProbabilisticSelection.published();
    Criterion shorter =
        new ProbabilisticSelection(
            published.gates(),
            published.turns(),
            published.penalty(),
            published.start(),
            new Pace(3, 32, published.pace().rate(), published.pace().momentum(), 0));
    ImportanceMap map = map(model, 1, shorter);
    assertTrue(map.agreesWith(map(model, 1, shorter)));
    assertTrue(differ(map.layers().getFirst()));
  }

  private static boolean differ(ScoredLayer layer) {
    return layer.scores().at(0) != layer.scores().at(1);
  }

  @ParameterizedTest
  @EnumSource(Gates.class)
  void differentNumbersOfThreadsDifferByRoundingAlone(Gates gates) throws Exception {
    OnnxModel model = Patients.taught();
    ImportanceMap one = map(model, 1, selection(gates, Turns.JOINT));
    ImportanceMap two = map(model, 2, selection(gates, Turns.JOINT));
    for (int i = 0; i < one.layers().size(); i++) {
      ScoredLayer layer = one.layers().get(i);
      for (long block = 0; block < layer.scores().count(); block++) {
        float score = layer.scores().at(block);
        assertEquals(score, two.layers().get(i).scores().at(block), 1e-4 * score);
      }
    }
  }

  @Test
  void moreRewardClosesMoreGates() throws Exception {
    OnnxModel model = Patients.taught();
    double open = 0;
    double closed = 0;
    ProbabilisticSelection usual = selection(Gates.STOCHASTIC, Turns.JOINT);
    ProbabilisticSelection dear =
        new ProbabilisticSelection(usual.gates(), usual.turns(), 1, usual.start(), usual.pace());
    ScoredLayer cheap = map(model, 1, usual).layers().get(1);
    ScoredLayer priced = map(model, 1, dear).layers().get(1);
    for (long block = 0; block < cheap.scores().count(); block++) {
      open += cheap.scores().at(block);
      closed += priced.scores().at(block);
      assertTrue(priced.scores().at(block) >= 0 && cheap.scores().at(block) <= 9);
    }
    assertTrue(closed < open / 2, closed + " of " + open);
  }

  @Test
  void gatesAndFisherPutMuchTheSameFirst() throws Exception {
    OnnxModel model = Patients.taught();
    ProbabilisticSelection longer =
        new ProbabilisticSelection(
            Gates.STOCHASTIC, Turns.JOINT, 1e-4, 2.5, new Pace(8, 16, 1, 0.9, 3));
    Comparison comparison =
        new Comparison(map(model, 2, longer), map(model, 2, Criterion.Fisher.usual()));
    assertTrue(comparison.overlap(Ranking.global(), 0.2) > 0.3);
  }

  @Test
  void anotherSeedGivesOtherScores() throws Exception {
    OnnxModel model = Patients.untaught();
    ProbabilisticSelection one = selection(Gates.STOCHASTIC, Turns.JOINT);
    ProbabilisticSelection other =
        new ProbabilisticSelection(
            one.gates(), one.turns(), one.penalty(), one.start(), new Pace(2, 16, 1, 0.9, 4));
    assertNotEquals(map(model, 1, one).layers(), map(model, 1, other).layers());
  }

  @Test
  void withoutLabelsTheModelTeachesItself() throws Exception {
    OnnxModel model = Network.of(6, 1, 16, 16).conv(4, 3, 2).relu().flatten().dense(5).model();
    ImportanceMap map =
        Analyzer.on(2)
            .analyze(
                model,
                Patients.textures(32),
                selection(Gates.STOCHASTIC, Turns.JOINT),
                Progress.NONE);
    assertEquals(Provenance.Truth.OWN_CLASSES, map.provenance().truth());
    assertTrue(differ(map.layers().getFirst()));
  }

  @Test
  void aRestorerTeachesItselfWhereNothingIsKnown() throws Exception {
    ImportanceMap map =
        Analyzer.on(1)
            .analyze(
                Patients.restorer(),
                Patients.textures(32),
                selection(Gates.STOCHASTIC, Turns.LAYER_BY_LAYER),
                Progress.NONE);
    assertEquals(Provenance.Truth.OWN_OUTPUT, map.provenance().truth());
    assertTrue(differ(map.layers().getFirst()));
  }

  @ParameterizedTest
  @EnumSource(Turns.class)
  void tellsHowFarItIsUpToTheEnd(Turns turns) throws Exception {
    try (StrictProgress progress = new StrictProgress()) {
      Analyzer.on(1)
          .analyze(
              Patients.untaught(),
              Patients.glyphs(64),
              selection(Gates.STOCHASTIC, turns),
              progress);
    }
  }
}
