// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates on frozen weights learn as their publication says, and as finite differences do. */
class GatesTest {
  private static final Gates.Shaking SHAKING = new Gates.Shaking(1);
  private static final float NUDGE = 0.004f;

  @TempDir Path folder = Path.of("");

  private static float[] gates(OnnxModel model) throws Exception {
    return Lessons.weight(model, Gates.GATES);
  }

  private static OnnxModel train(Lesson lesson, int threads) throws Exception {
    return Trainer.on(threads).with(SHAKING).train(lesson, Progress.NONE).model();
  }

  /** What a step saw. */
  private static final class Witness implements Coach {
    private final float[] samples = new float[32 * 28 * 28];
    private final long[] labels = new long[32];
    private double loss;

    @Override
    public void before(Step step) {
      SHAKING.before(step);
      step.inputs().get(0, samples);
      step.labels().get(0, labels);
    }

    @Override
    public void after(Step step) {
      for (int i = 0; i < step.samples(); i++) {
        loss += step.losses().get(i) / step.samples();
      }
    }

    /** The mean cross-entropy of a model in plain sessions, and its penalty. */
    double[] judged(OnnxModel model) throws Exception {
      try (Session session = Session.open(model, SessionSettings.cpu(1));
          NativeTensor input = NativeTensor.of(List.of(32L, 1L, 28L, 28L), samples);
          NativeTensor noise = NativeTensor.of(Gates.DIMS, SHAKING.noise(0));
          NativeTensor logits = NativeTensor.zeros(ElementType.FLOAT32, List.of(32L, 10L));
          NativeTensor penalty = NativeTensor.zeros(ElementType.FLOAT32, List.of())) {
        session.run(
            Map.of("x", input, Gates.NOISE, noise), Map.of("y", logits, Gates.PENALTY, penalty));
        return new double[] {entropy(logits.floats()), penalty.floats().get(0)};
      }
    }

    private double entropy(FloatBuffer logits) {
      double mean = 0;
      for (int i = 0; i < labels.length; i++) {
        double sum = 0;
        for (int j = 0; j < 10; j++) {
          sum += Math.exp(logits.get(10 * i + j));
        }
        mean += (Math.log(sum) - logits.get(10 * i + (int) labels[i])) / labels.length;
      }
      return mean;
    }
  }

  /** A model that tells its penalty, with one gate moved. */
  private static OnnxModel moved(OnnxModel model, int gate, float by) throws Exception {
    GraphEdit edit = model.graph().edit();
    edit.addOutput(Gates.told());
    for (int i = 0; i < model.graph().initializers().size(); i++) {
      if (model.graph().initializers().get(i).name().equals(Gates.GATES)) {
        float[] gates = gates(model);
        gates[gate] += by;
        edit.replaceInitializer(i, Tensor.ofFloats(Gates.GATES, Gates.DIMS, gates));
      }
    }
    return model.with(edit.apply());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void oneStepFollowsTheSlopeOfLossAndPenalty(int threads) throws Exception {
    Lesson lesson = Gates.lesson(0.1, 1, 1);
    Witness witness = new Witness();
    OnnxModel trained = Trainer.on(threads).with(witness).train(lesson, Progress.NONE).model();
    float[] before = gates(lesson.model());
    float[] after = gates(trained);

    for (int i = 0; i < Gates.COUNT; i++) {
      double[] up = witness.judged(moved(lesson.model(), i, NUDGE));
      double[] down = witness.judged(moved(lesson.model(), i, -NUDGE));
      double slope = (up[0] + up[1] - down[0] - down[1]) / (2 * NUDGE);
      assertEquals(slope, before[i] - after[i], 1e-4, "gate " + i);
    }
    assertEquals(witness.judged(moved(lesson.model(), 0, 0))[0], witness.loss, 1e-5);
  }

  @Test
  void onlyTheGatesLearn() throws Exception {
    Lesson lesson = Gates.lesson(0.1, 2, 1);
    OnnxModel trained = train(lesson, 2);

    for (Tensor tensor : lesson.model().graph().initializers()) {
      Tensor after = trained.graph().initializer(tensor.name()).orElseThrow();
      boolean stays = !tensor.name().equals(Gates.GATES);
      assertEquals(stays, tensor.raw().sameAs(after.raw()), tensor.name());
    }
  }

  @Test
  void gatesAreWeightsOfLayersToo() throws Exception {
    Lesson lesson = Gates.lesson(0.1, 3, 1);
    Set<String> others = new HashSet<>();
    Gates.network().graph().initializers().forEach(tensor -> others.add(tensor.name()));

    OnnxModel named = train(lesson, 1);
    OnnxModel frozen = train(lesson.freezing(others), 1);

    assertTrue(named.message().sameAs(frozen.message()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void cancelledAndResumedGatesAreTheSame(int steps) throws Exception {
    Lesson lesson = Gates.lesson(0.1, 8, 1);
    Trainer trainer =
        Trainer.on(2).with(SHAKING).keeping(new Keeping.Resumed(folder.resolve("gates")));
    assertThrows(
        CancellationException.class, () -> trainer.train(lesson, Lessons.impatient(steps)));

    OnnxModel resumed = trainer.train(lesson, Progress.NONE).model();

    assertTrue(train(lesson, 2).message().sameAs(resumed.message()));
  }

  private static long open(OnnxModel model) throws Exception {
    long open = 0;
    for (float gate : gates(model)) {
      open += Gates.isOpen(gate) ? 1 : 0;
    }
    return open;
  }

  @Test
  void aHighPriceClosesEveryGate() throws Exception {
    Lesson dear = Gates.lesson(4, 12, 1);
    Lesson free = Gates.lesson(0, 12, 1);

    assertEquals(Gates.COUNT, open(dear.model()));
    assertEquals(0, open(train(dear, 2)));
    assertTrue(open(train(free, 2)) > Gates.COUNT / 2);
  }

  @Test
  void noiseThatNobodyFillsIsZero() throws Exception {
    Lesson lesson = Gates.lesson(0.1, 3, 1);
    float[][] seen = new float[3][Gates.COUNT];
    Coach once =
        new Coach() {
          @Override
          public void before(Step step) {
            step.hook(Gates.NOISE).get(0, seen[(int) step.number()]);
            SHAKING.before(step);
          }

          @Override
          public void after(Step step) {
            // only what was there before counts
          }
        };
    Trainer.on(2).with(once).train(lesson, Progress.NONE);

    assertArrayEquals(new float[3][Gates.COUNT], seen);
  }

  @Test
  void refusesAPenaltyThatNoNodeMakes() {
    Lesson lesson = Gates.lesson(0, 1, 1).penalizing(List.of("noise"));

    assertThrows(IllegalArgumentException.class, () -> train(lesson, 1));
  }

  @Test
  void refusesToTrainWhatIsNotThereOrFollowsTheData() {
    Lesson signs = Lessons.classes(1);
    for (String name : List.of("conv0.wieght", "norm1.mean")) {
      TrainingException refused =
          assertThrows(TrainingException.class, () -> train(signs.training(Set.of(name)), 1));

      assertEquals("train: [" + name + "]", refused.place() + ": " + refused.found());
    }
  }
}
