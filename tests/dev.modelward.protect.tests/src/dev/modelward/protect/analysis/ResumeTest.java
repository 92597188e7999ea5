// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.train.Keeping;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.Criterion.Gates;
import dev.modelward.protect.importance.Criterion.Pace;
import dev.modelward.protect.importance.Criterion.ProbabilisticSelection;
import dev.modelward.protect.importance.Criterion.Turns;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An analysis that was cancelled goes on where it was. */
class ResumeTest {
  @TempDir Path folder = Path.of("");

  static List<Criterion> criteria() {
    Pace pace = new Pace(2, 16, 1, 0.9, 3);
    return List.of(
        new Criterion.Fisher(8, 1),
        new Criterion.Ablation(16, 16, 1),
        new ProbabilisticSelection(Gates.STOCHASTIC, Turns.JOINT, 1e-3, 1, pace),
        new ProbabilisticSelection(Gates.DETERMINISTIC, Turns.LAYER_BY_LAYER, 1e-3, 1, pace));
  }

  private static ImportanceMap map(
      OnnxModel model, Criterion criterion, Keeping keeping, Progress progress) throws Exception {
    return Analyzer.on(2).keeping(keeping).analyze(model, Patients.glyphs(64), criterion, progress);
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void goesOnToTheSameMapHoweverOftenItIsCancelled(Criterion criterion) throws Exception {
    OnnxModel model = Patients.untaught();
    ImportanceMap whole = map(model, criterion, new Keeping.Nothing(), Progress.NONE);
    Keeping keeping = new Keeping.Resumed(folder.resolve("kept"));
    int cancelled = 0;
    for (int patience = 0; patience < 12; patience++) {
      try {
        assertTrue(whole.agreesWith(map(model, criterion, keeping, Patients.impatient(patience))));
      } catch (CancellationException e) {
        cancelled++;
      }
    }
    assertTrue(cancelled > 1, cancelled + " times cancelled");
    assertTrue(whole.agreesWith(map(model, criterion, keeping, Progress.NONE)));
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void leavesNothingWhereNothingIsToBeKept(Criterion criterion) throws Exception {
    OnnxModel model = Patients.untaught();
    assertThrows(
        CancellationException.class,
        () -> map(model, criterion, new Keeping.Nothing(), Patients.impatient(2)));
    assertEquals(List.of(), files());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void refusesWhatWasKeptOfAnotherModel(Criterion criterion) throws Exception {
    Keeping keeping = new Keeping.Resumed(folder.resolve("kept"));
    assertThrows(
        CancellationException.class,
        () -> map(Patients.untaught(), criterion, keeping, Patients.impatient(4)));
    OnnxModel other = Patients.taught();
    Exception refusal =
        assertThrows(Exception.class, () -> map(other, criterion, keeping, Progress.NONE));
    assertTrue(
        refusal instanceof MapException || refusal instanceof TrainingException,
        refusal.toString());
  }

  @Test
  void beginsAnewIfThatIsWanted() throws Exception {
    OnnxModel model = Patients.untaught();
    Criterion criterion = new Criterion.Fisher(8, 1);
    Keeping anew = new Keeping.Anew(folder.resolve("kept"));
    assertThrows(
        CancellationException.class, () -> map(model, criterion, anew, Patients.impatient(4)));
    assertEquals(1, files().size());
    ImportanceMap whole = map(model, criterion, new Keeping.Nothing(), Progress.NONE);
    assertTrue(whole.agreesWith(map(model, criterion, anew, Progress.NONE)));
  }
}
