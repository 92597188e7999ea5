// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.StrictProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private static Trained train(Lesson lesson) throws Exception {
    return Trainer.on(2).train(lesson, Progress.NONE);
  }

  @Test
  void learnsToTellSignsApart() throws Exception {
    List<Double> losses = train(Lessons.classes(8)).losses();

    assertEquals(8, losses.size());
    assertTrue(losses.getFirst() > 1.5, losses::toString);
    assertTrue(losses.getLast() < 0.75, losses::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void tellsHowFarItIsUpToTheEnd(int threads) throws Exception {
    try (StrictProgress progress = new StrictProgress()) {
      assertEquals(2, Trainer.on(threads).train(Lessons.restoration(2), progress).losses().size());
    }
  }

  @Test
  void learnsToTakeNoiseAway() throws Exception {
    List<Double> losses = train(Lessons.restoration(12)).losses();

    assertTrue(losses.getLast() < 0.6 * losses.getFirst(), losses::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void oneSeedGivesOneResult(int threads) throws Exception {
    Lesson lesson = Lessons.classes(2);
    OnnxModel once = Trainer.on(threads).train(lesson, Progress.NONE).model();
    OnnxModel twice = Trainer.on(threads).train(lesson, Progress.NONE).model();

    assertTrue(once.message().sameAs(twice.message()));
  }

  @Test
  void anotherSeedGivesAnotherResult() throws Exception {
    Lesson lesson = Lessons.classes(1);
    Lesson other = Lesson.of(lesson.model(), lesson.dataset(), lesson.recipe().seeded(12));

    assertFalse(train(lesson).model().message().sameAs(train(other).model().message()));
  }

  @Test
  void differentNumbersOfThreadsDifferByRoundingAloneWithoutBatchStatistics() throws Exception {
    Lesson lesson = Lessons.restoration(2);
    float[] one =
        Lessons.weight(Trainer.on(1).train(lesson, Progress.NONE).model(), "conv0.weight");
    float[] two =
        Lessons.weight(Trainer.on(4).train(lesson, Progress.NONE).model(), "conv0.weight");

    assertArrayEquals(one, two, 1e-4f);
  }

  @Test
  void leavesFrozenWeightsAsTheyAre() throws Exception {
    Set<String> names = Set.of("conv0.weight", "norm1.bias");
    Lesson lesson = Lessons.classes(1).freezing(names);
    OnnxModel trained = train(lesson).model();

    for (Tensor tensor : lesson.model().graph().initializers()) {
      boolean frozen = names.contains(tensor.name());
      float[] before = Lessons.weight(lesson.model(), tensor.name());
      float[] after = Lessons.weight(trained, tensor.name());
      assertEquals(frozen, Arrays.equals(before, after), tensor.name());
    }
  }

  @Test
  void leavesRunningStatisticsAloneWhenTheyAreUsed() throws Exception {
    Lesson lesson = Lessons.classes(1);
    Recipe usual = lesson.recipe();
    Recipe running =
        new Recipe(
            usual.objective(),
            usual.optimizer(),
            usual.schedule(),
            usual.epochs(),
            usual.batch(),
            usual.seed(),
            Norms.RUNNING);
    OnnxModel trained = train(Lesson.of(lesson.model(), lesson.dataset(), running)).model();

    assertArrayEquals(new float[6], Lessons.weight(trained, "norm1.mean"));
    assertFalse(
        Arrays.equals(
            Lessons.weight(lesson.model(), "norm1.scale"), Lessons.weight(trained, "norm1.scale")));
  }

  @Test
  void refusesToFreezeWhatIsNotThere() {
    Lesson lesson = Lessons.classes(1).freezing(Set.of("conv0.wieght"));

    TrainingException refused = assertThrows(TrainingException.class, () -> train(lesson));

    assertTrue(refused.found().contains("conv0.wieght"));
  }

  @Test
  void refusesAClassThatTheModelDoesNotHave() {
    OnnxModel model = Network.of(1, 1, 28, 28).flatten().dense(7).model();
    Lesson lesson = Lesson.of(model, Lessons.glyphs(64), Lessons.recipe(1));

    TrainingException refused = assertThrows(TrainingException.class, () -> train(lesson));

    assertEquals("a label below 7", refused.expected());
  }

  @Test
  void refusesFewerRecordsThanABatch() {
    Lesson lesson = Lesson.of(Lessons.network(), Lessons.glyphs(31), Lessons.recipe(1));

    TrainingException refused = assertThrows(TrainingException.class, () -> train(lesson));

    assertEquals("31 records", refused.found());
  }

  @Test
  void refusesAnObjectiveThatTheDataDoNotServe() {
    Lesson signs = Lessons.classes(1);
    Lesson wrong = Lesson.of(signs.model(), signs.dataset(), Lessons.restoration(1).recipe());

    TrainingException refused = assertThrows(TrainingException.class, () -> train(wrong));

    assertEquals("noise over clean images", refused.expected());
  }

  @Test
  void stopsWhereTheLossIsNoNumberAnyMore() {
    Lesson lesson = Lessons.restoration(20);
    Recipe wild =
        new Recipe(
            Objective.SQUARED_ERROR,
            new Optimizer.Sgd(0.9, 0),
            new Schedule.Constant(1e6),
            20,
            16,
            1,
            Norms.RUNNING);

    TrainingException stopped =
        assertThrows(
            TrainingException.class,
            () -> train(Lesson.of(lesson.model(), lesson.dataset(), wild)));

    assertTrue(stopped.place().startsWith("step "));
  }
}
