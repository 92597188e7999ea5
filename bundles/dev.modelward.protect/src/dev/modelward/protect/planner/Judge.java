// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Figure;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.variants.Variant;
import dev.modelward.learn.variants.Variants;
import dev.modelward.protect.curve.Draws;
import dev.modelward.protect.curve.Masquerade;
import java.io.IOException;
import java.util.List;

/** Judges variants of a model by some records; knows what the model is worth as it is. */
record Judge(Variants variants, Figure plain) implements AutoCloseable {

  static Judge open(
      Masquerade masquerade, Dataset data, EvaluationSettings settings, Progress progress)
      throws RunException, IOException, MismatchException {
    Variants variants = Variants.open(masquerade.model(), masquerade.weights(), data, settings);
    boolean isReady = false;
    try {
      Evaluation plain = variants.evaluate(Variant.none(), progress);
      isReady = true;
      return new Judge(variants, plain.figures().getFirst());
    } finally {
      if (!isReady) {
        variants.close();
      }
    }
  }

  Draws judge(List<Variant> seeded, Progress progress)
      throws RunException, IOException, MismatchException {
    List<Evaluation> found = variants.evaluate(seeded, progress);
    return new Draws(found.stream().map(each -> each.figure(plain.metric()).value()).toList());
  }

  @Override
  public void close() throws RunException, IOException {
    variants.close();
  }
}
