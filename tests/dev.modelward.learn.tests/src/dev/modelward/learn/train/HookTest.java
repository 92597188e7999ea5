// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Hook;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HookTest {
  private static final int HIDDEN = 4;

  /** Signs through a layer of four neurons to ten classes. */
  private static OnnxModel narrow() {
    return Network.of(2, 1, 28, 28).flatten().dense(HIDDEN).relu().dense(10).model();
  }

  private static Lesson lesson(Hook hook) {
    return Lesson.of(narrow(), Lessons.glyphs(64), Lessons.recipe(1)).with(hook);
  }

  /** Fills every hook with a number in each step, and keeps the losses of all samples. */
  private record Filling(Hook hook, float mask, float number, List<float[]> losses)
      implements Coach {
    @Override
    public void before(Step step) {
      fill(step.hook(hook.mask()), mask);
      if (hook instanceof Hook.Replaced) {
        fill(step.hook(hook.numbers()), number);
      }
    }

    private static void fill(FloatBuffer memory, float number) {
      while (memory.hasRemaining()) {
        memory.put(number);
      }
    }

    @Override
    public void after(Step step) {
      float[] all = new float[step.samples()];
      step.losses().get(0, all);
      losses.add(all);
    }
  }

  private static List<float[]> losses(Hook hook, float mask, float number) throws Exception {
    List<float[]> losses = new ArrayList<>();
    Coach coach = new Filling(hook, mask, number, losses);
    Trainer.on(2).with(coach).train(lesson(hook), Progress.NONE);
    return losses;
  }

  private static Hook.Replaced replaced() {
    return new Hook.Replaced("relu2", List.of((long) HIDDEN));
  }

  @Test
  void replacedActivationsSayNothingOfTheSample() throws Exception {
    List<float[]> losses = new ArrayList<>();
    List<long[]> labels = new ArrayList<>();
    Hook hook = replaced();
    Coach filling = new Filling(hook, 1, 0.5f, losses);
    Coach coach =
        new Coach() {
          @Override
          public void before(Step step) {
            filling.before(step);
            long[] seen = new long[step.samples()];
            step.labels().get(0, seen);
            labels.add(seen);
          }

          @Override
          public void after(Step step) {
            filling.after(step);
          }
        };
    Trainer.on(2).with(coach).train(lesson(hook), Progress.NONE);

    float[] first = losses.getFirst();
    long[] label = labels.getFirst();
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(label[i] == label[j], first[i] == first[j], "samples " + i + ", " + j);
      }
    }
  }

  @Test
  void aMaskOfZeroLeavesReplacedActivationsAsTheyAre() throws Exception {
    List<float[]> held = losses(replaced(), 0, 7);
    List<float[]> masked = losses(new Hook.Masked("relu2", List.of((long) HIDDEN)), 1, 0);

    assertArrayEquals(masked.getFirst(), held.getFirst());
  }

  @Test
  void noGradientPassesWhatWasReplaced() throws Exception {
    Hook hook = replaced();
    Coach coach = new Filling(hook, 1, 0.5f, new ArrayList<>());
    OnnxModel trained = Trainer.on(1).with(coach).train(lesson(hook), Progress.NONE).model();

    String before = "dense1.weight";
    String behind = "dense3.weight";
    assertArrayEquals(Lessons.weight(narrow(), before), Lessons.weight(trained, before), 0);
    assertTrue(!Arrays.equals(Lessons.weight(narrow(), behind), Lessons.weight(trained, behind)));
  }

  @Test
  void theTrainedModelHasNoTraceOfTheHook() throws Exception {
    Hook hook = replaced();
    Coach coach = new Filling(hook, 1, 0.5f, new ArrayList<>());
    OnnxModel trained = Trainer.on(1).with(coach).train(lesson(hook), Progress.NONE).model();

    assertEquals(1, trained.graph().inputs().size());
    assertEquals(narrow().graph().nodes().size(), trained.graph().nodes().size());
  }

  @Test
  void aCoachMayChangeTheTargets() throws Exception {
    Coach liar =
        new Coach() {
          @Override
          public void before(Step step) {
            FloatBuffer targets = step.targets();
            for (int i = 0; i < targets.capacity(); i++) {
              targets.put(i, i % 10 == 3 ? 1 : 0);
            }
          }

          @Override
          public void after(Step step) {
            // the losses are those of the wrong targets
          }
        };
    Lesson lesson = Lesson.of(narrow(), Lessons.glyphs(256), Lessons.recipe(4));
    List<Double> losses = Trainer.on(2).with(liar).train(lesson, Progress.NONE).losses();

    assertTrue(losses.getLast() < 0.1, losses::toString);
  }

  @Test
  void refusesAValueThatNoNodeMakes() {
    Lesson lesson = lesson(new Hook.Masked("x", List.of(1L)));

    assertThrows(IllegalArgumentException.class, () -> Trainer.on(1).train(lesson, Progress.NONE));
  }
}
