// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.lesson.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what a training has reached where its {@link Keeping} says, if it says so. */
interface Keeper {
  /** Brings a memory to where the training is to begin. */
  void restore(Memory memory) throws IOException, TrainingException;

  void keep(Memory memory) throws IOException;

  static Keeper of(Keeping keeping, Lesson lesson, int workers) throws IOException {
    return switch (keeping) {
      case Keeping.Nothing nothing -> new Nowhere();
      case Keeping.Anew anew ->
          new InFile(new Checkpoint(anew.file(), lesson.digest(), workers), false);
      case Keeping.Resumed resumed ->
          new InFile(new Checkpoint(resumed.file(), lesson.digest(), workers), true);
    };
  }

  /** Forgets everything. */
  record Nowhere() implements Keeper {
    @Override
    public void restore(Memory memory) {
      // begins at the beginning
    }

    @Override
    public void keep(Memory memory) {
      // nothing is kept
    }
  }

  /** Writes a checkpoint over the one before. */
  record InFile(Checkpoint checkpoint, boolean isResumed) implements Keeper {
    @Override
    public void restore(Memory memory) throws IOException, TrainingException {
      Path file = checkpoint.file();
      if (isResumed && Files.exists(file)) {
        checkpoint.read(memory);
      }
    }

    @Override
    public void keep(Memory memory) throws IOException {
      checkpoint.write(memory);
    }
  }
}
