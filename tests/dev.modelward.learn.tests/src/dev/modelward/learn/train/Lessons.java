// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Lessons that take a second or less. */
final class Lessons {
  private Lessons() {}

  /** Signs to tell apart, with pixels from 0 to 1. */
  static Dataset glyphs(int count) {
    return Dataset.of(new Origin.Glyphs(1, count)).with(new Transform.Scale(255));
  }

  static OnnxModel network() {
    return Network.of(5, 1, 28, 28)
        .conv(6, 3, 2)
        .batchNorm()
        .relu()
        .conv(8, 3, 2)
        .batchNorm()
        .relu()
        .flatten()
        .dense(10)
        .model();
  }

  static Recipe recipe(int epochs) {
    return new Recipe(
        Objective.CROSS_ENTROPY,
        Optimizer.Adam.usual(),
        new Schedule.OneCycle(0.02, 0.3),
        epochs,
        32,
        11,
        Norms.BATCH);
  }

  static Lesson classes(int epochs) {
    return Lesson.of(network(), glyphs(256), recipe(epochs));
  }

  /** A restoration of textures. */
  static Lesson restoration(int epochs) {
    Dataset textures =
        Dataset.of(new Origin.Textures(2, 64, 16))
            .with(new Transform.Scale(255))
            .with(new Transform.GaussianNoise(0.2, 4));
    OnnxModel model = Network.of(8, 1, 16, 16).conv(8, 3).relu().conv(1, 3).model();
    Recipe recipe =
        new Recipe(
            Objective.SQUARED_ERROR,
            new Optimizer.Nesterov(0.9, 0),
            new Schedule.Cosine(0.02, 0),
            epochs,
            16,
            1,
            Norms.RUNNING);
    return Lesson.of(model, textures, recipe);
  }

  static float[] weight(OnnxModel model, String name) throws Exception {
    Tensor tensor = model.graph().initializer(name).orElseThrow();
    float[] numbers = new float[(int) tensor.elements()];
    tensor.numbers().copyTo(numbers, 0);
    return numbers;
  }

  /** Cancels when it is asked for the so-many-th time. */
  static Progress impatient(int questions) {
    AtomicInteger left = new AtomicInteger(questions);
    return Progress.asking(() -> {
      if (left.getAndDecrement() == 0) {
        throw new CancellationException("enough");
      }
    });
  }
}
