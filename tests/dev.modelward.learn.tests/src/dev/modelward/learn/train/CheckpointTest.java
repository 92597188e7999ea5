// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.bytes.OnnxFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  /** Eight steps an epoch. */
  private static final Lesson LESSON = Lessons.classes(2);

  @TempDir Path folder = Path.of("");

  private Path file() {
    return folder.resolve("here.checkpoint");
  }

  private void cancelAfter(int steps) {
    Trainer trainer = Trainer.on(2).keeping(new Keeping.Resumed(file()));
    assertThrows(
        CancellationException.class, () -> trainer.train(LESSON, Lessons.impatient(steps)));
  }

  private Trained resume() throws Exception {
    return Trainer.on(2).keeping(new Keeping.Resumed(file())).train(LESSON, Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 13})
  void aResumedTrainingEndsAsOneThatWasNeverCancelled(int steps) throws Exception {
    Trained whole = Trainer.on(2).train(LESSON, Progress.NONE);
    cancelAfter(steps);
    Trained resumed = resume();

    assertTrue(whole.model().message().sameAs(resumed.model().message()));
    assertEquals(whole.losses(), resumed.losses());
  }

  @Test
  void aTrainingMayBeCancelledAgainAndAgain() throws Exception {
    Trained whole = Trainer.on(2).train(LESSON, Progress.NONE);
    for (int i = 0; i < 4; i++) {
      cancelAfter(2);
    }

    assertTrue(whole.model().message().sameAs(resume().model().message()));
  }

  @Test
  void nothingButTheCheckpointIsLeft() throws IOException {
    cancelAfter(5);

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file()), files.toList());
    }
  }

  @Test
  void aFinishedTrainingIsOverAtOnceWhenItIsResumed() throws Exception {
    Trained whole = resume();
    Trained again =
        Trainer.on(2).keeping(new Keeping.Resumed(file())).train(LESSON, Lessons.impatient(0));

    assertTrue(whole.model().message().sameAs(again.model().message()));
  }

  @Test
  void aTrainingAnewTakesNoNoticeOfWhatIsThere() throws Exception {
    Files.writeString(file(), "something else");
    Trained anew = Trainer.on(2).keeping(new Keeping.Anew(file())).train(LESSON, Progress.NONE);

    assertTrue(anew.model().message().sameAs(resume().model().message()));
  }

  @Test
  void refusesTheCheckpointOfAnotherLesson() {
    cancelAfter(1);
    Trainer trainer = Trainer.on(2).keeping(new Keeping.Resumed(file()));

    TrainingException refused =
        assertThrows(
            TrainingException.class, () -> trainer.train(Lessons.classes(3), Progress.NONE));

    assertTrue(refused.expected().contains("recipe"));
  }

  @Test
  void refusesTheCheckpointOfAnotherNumberOfWorkers() {
    cancelAfter(1);
    Trainer trainer = Trainer.on(1).keeping(new Keeping.Resumed(file()));

    TrainingException refused =
        assertThrows(TrainingException.class, () -> trainer.train(LESSON, Progress.NONE));

    assertTrue(refused.expected().contains("1 workers"));
  }

  @Test
  void refusesADamagedCheckpointWithATypedFailure() throws IOException {
    cancelAfter(1);
    byte[] whole = Files.readAllBytes(file());
    int refused = 0;
    for (int length = 0; length < whole.length; length += whole.length / 9) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try {
        resume();
      } catch (OnnxFormatException | TrainingException e) {
        refused++;
      } catch (Exception e) {
        throw new AssertionError("a checkpoint of " + length + " bytes", e);
      }
    }

    assertEquals(10, refused);
  }

  @Test
  void aTrainingThatKeepsNothingLeavesNothing() {
    assertThrows(
        CancellationException.class, () -> Trainer.on(1).train(LESSON, Lessons.impatient(3)));

    assertFalse(Files.exists(file()));
  }
}
