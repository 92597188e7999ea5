// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import java.io.IOException;

/** A place where one variant after the other is evaluated, by one thread. */
interface Desk extends AutoCloseable {
  /** Evaluates a variant, with so many threads for its batches. */
  Evaluation evaluate(Variant variant, int threads, Progress progress)
      throws RunException, IOException, MismatchException;

  @Override
  void close() throws RunException, IOException;
}
