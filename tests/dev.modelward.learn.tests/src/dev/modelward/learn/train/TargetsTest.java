// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Lessons on data of which nothing is known: coaches and models say what is right. */
class TargetsTest {
  private static Dataset textures() {
    return Dataset.of(new Origin.Textures(2, 64, 8)).with(new Transform.Scale(255));
  }

  private static Recipe recipe(Objective objective) {
    Schedule rate = new Schedule.Constant(0.05);
    return new Recipe(objective, new Optimizer.Sgd(0, 0), rate, 4, 16, 1, Norms.RUNNING);
  }

  /** Wants twice of what is there, and keeps what the targets and labels were before. */
  private static final class Doubling implements Coach {
    private final List<Float> before = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    @Override
    public void before(Step step) {
      FloatBuffer targets = step.targets();
      labels.add(step.labels().remaining());
      for (int i = 0; i < targets.capacity(); i++) {
        before.add(targets.get(i));
        targets.put(i, 2 * step.inputs().get(i % step.inputs().capacity()));
      }
    }

    @Override
    public void after(Step step) {
      // the trainer tells the mean
    }
  }

  @Test
  void aCoachTeachesOnDataOfWhichNothingIsKnown() throws Exception {
    OnnxModel model = Network.of(3, 1, 8, 8).conv(1, 3).model();
    Lesson lesson = Lesson.of(model, textures(), recipe(Objective.SQUARED_ERROR));
    Doubling coach = new Doubling();

    List<Double> losses = Trainer.on(2).with(coach).train(lesson.taught(), Progress.NONE).losses();

    assertTrue(losses.getLast() < 0.5 * losses.getFirst(), losses::toString);
    assertEquals(Set.of(0f), Set.copyOf(coach.before));
    assertEquals(Set.of(0), Set.copyOf(coach.labels));
    assertThrows(
        TrainingException.class, () -> Trainer.on(2).with(coach).train(lesson, Progress.NONE));
  }

  @Test
  void aCoachFindsZerosButSeesLabelsWhereThereAreSome() throws Exception {
    Doubling coach = new Doubling();

    Trainer.on(1).with(coach).train(Lessons.classes(1).taught(), Progress.NONE);

    assertEquals(Set.of(0f), Set.copyOf(coach.before));
    assertEquals(Set.of(32), Set.copyOf(coach.labels));
  }

  /** A model that tells how far a weight is from the numbers of a sample, for each or for all. */
  private static OnnxModel distance(long... axes) {
    List<Dimension> sizes =
        List.of(
            new Dimension.Named("n"),
            new Dimension.Fixed(1),
            new Dimension.Fixed(8),
            new Dimension.Fixed(8));
    GraphEdit edit = Graph.named("distance").edit();
    edit.addInput(
        new Value("x", new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Ranked(sizes))));
    edit.add(Tensor.ofFloats("w", List.of(), 3));
    edit.add(Node.of("Sub", List.of("x", "w"), List.of("off")));
    edit.add(Node.of("Mul", List.of("off", "off"), List.of("square")));
    List<Long> over = LongStream.of(axes).boxed().toList();
    edit.add(
        Node.of("ReduceMean", List.of("square"), List.of("far"))
            .with(Attribute.ofInts("axes", over))
            .with(Attribute.of("keepdims", 0)));
    edit.addOutput(new Value("far", new ValueType.Unspecified()));
    return OnnxModel.of(8, List.of(new Opset("", 17)), edit.apply());
  }

  @Test
  void aModelMayTellItsLossItself() throws Exception {
    Lesson lesson =
        Lesson.of(distance(1, 2, 3), textures(), recipe(Objective.OUTPUT)).training(Set.of("w"));

    Trained trained = Trainer.on(2).train(lesson, Progress.NONE);

    List<Double> losses = trained.losses();
    assertTrue(losses.getLast() < 0.5 * losses.getFirst(), losses::toString);
    assertTrue(Lessons.weight(trained.model(), "w")[0] < 2);
  }

  @Test
  void aSingleNumberThatNoLayerOwnsLearnsOnlyWhereItIsNamed() {
    Lesson lesson = Lesson.of(distance(1, 2, 3), textures(), recipe(Objective.OUTPUT));

    TrainingException refused =
        assertThrows(TrainingException.class, () -> Trainer.on(1).train(lesson, Progress.NONE));

    assertEquals("none", refused.found());
  }

  @Test
  void refusesALossThatIsNotOfSamples() {
    Lesson lesson =
        Lesson.of(distance(0, 1, 2, 3), textures(), recipe(Objective.OUTPUT)).training(Set.of("w"));

    TrainingException refused =
        assertThrows(TrainingException.class, () -> Trainer.on(1).train(lesson, Progress.NONE));

    assertEquals("far", refused.place());
    assertEquals("[]", refused.found());
  }
}
