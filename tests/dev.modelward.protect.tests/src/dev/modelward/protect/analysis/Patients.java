// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

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
import dev.modelward.learn.train.Trainer;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Models and data that are looked at within a second or two. */
final class Patients {
  private Patients() {}

  /** Signs to tell apart. */
  static Dataset glyphs(int count) {
    return Dataset.of(new Origin.Glyphs(1, count)).with(new Transform.Scale(255));
  }

  /** Small signs. */
  static Dataset glyphs16(int count) {
    return Dataset.of(new Origin.Glyphs(1, count))
        .with(new Transform.Resize(16, 16))
        .with(new Transform.Scale(255));
  }

  /** Textures under noise. */
  static Dataset noisy(int count) {
    return textures(count).with(new Transform.GaussianNoise(0.2, 4));
  }

  /** Textures as they are. */
  static Dataset textures(int count) {
    return Dataset.of(new Origin.Textures(2, count, 16)).with(new Transform.Scale(255));
  }

  /** A network that tells signs apart, but has not learned to. */
  static OnnxModel untaught() {
    return Network.of(5, 1, 28, 28)
        .conv(6, 3, 2)
        .batchNorm()
        .relu()
        .conv(8, 3, 2)
        .relu()
        .flatten()
        .dense(10)
        .model();
  }

  /** A network that has learned to tell signs apart. */
  static OnnxModel taught() throws Exception {
    Recipe recipe =
        new Recipe(
            Objective.CROSS_ENTROPY,
            Optimizer.Adam.usual(),
            new Schedule.OneCycle(0.02, 0.3),
            3,
            32,
            11,
            Norms.BATCH);
    Lesson lesson = Lesson.of(untaught(), glyphs(512), recipe);
    return Trainer.on(1).train(lesson, Progress.NONE).model();
  }

  /** A network that makes images of images. */
  static OnnxModel restorer() {
    return Network.of(8, 1, 16, 16).conv(4, 3).relu().conv(1, 3).model();
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
