// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import java.io.IOException;

/**
 * Trains models: on so many threads, with a coach, and with or without keeping what was reached.
 * The same lesson on the same number of threads of the same machine gives the same weights, bit for
 * bit, whether it was interrupted and resumed or not.
 */
public record Trainer(int threads, Coach coach, Keeping keeping) {

  /** Refuses to work without a thread. */
  public Trainer {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, found " + threads);
    }
  }

  /** A trainer on some threads, who keeps nothing. */
  public static Trainer on(int threads) {
    return new Trainer(threads, Coach.NONE, new Keeping.Nothing());
  }

  /** This with a coach. */
  public Trainer with(Coach other) {
    return new Trainer(threads, other, keeping);
  }

  /** This, keeping what was reached. */
  public Trainer keeping(Keeping other) {
    return new Trainer(threads, coach, other);
  }

  /**
   * Follows a lesson to its end. A training that is cancelled, or fails, leaves a checkpoint of
   * where it was if it keeps one, and nothing else.
   */
  public Trained train(Lesson lesson, Progress progress)
      throws TrainingException, UnsupportedNodeException, RunException, IOException {
    try (OpenDataset data = lesson.dataset().open();
        Classroom room = Classroom.of(lesson, data, threads)) {
      Keeper keeper = Keeper.of(keeping, lesson, room.crew().size());
      return new Course(lesson, data, room, coach).run(keeper, progress);
    }
  }
}
