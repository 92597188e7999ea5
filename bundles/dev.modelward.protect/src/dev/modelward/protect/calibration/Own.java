// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.calibration;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import java.nio.FloatBuffer;
import java.util.Map;

/** What a model itself makes of samples, where nobody knows better. */
public record Own(Calibration calibration, Session session) {

  /** Puts the model's answers where the truth is missing. */
  public void complete(Portion portion) throws RunException, MismatchException {
    switch (calibration.truth()) {
      case OWN_CLASSES -> markClasses(portion);
      case OWN_OUTPUT -> portion.target().floats().put(answer(portion));
      case LABELS, CLEAN, OUTPUT, NONE -> {}
    }
  }

  private FloatBuffer answer(Portion portion) throws RunException {
    String output = calibration.model().graph().outputs().getFirst().name();
    return session.answer(Map.of(calibration.input(), portion.samples()), output).values();
  }

  private void markClasses(Portion portion) throws RunException, MismatchException {
    FloatBuffer scores = answer(portion);
    int classes = scores.capacity() / portion.weight().floats().capacity();
    for (int i = 0; i < portion.size(); i++) {
      portion.mark(i, best(scores, i * classes, classes));
    }
  }

  /** The class of the highest score, of equals the first. */
  private static int best(FloatBuffer scores, int from, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = scores.get(from + c) > scores.get(from + best) ? c : best;
    }
    return best;
  }
}
