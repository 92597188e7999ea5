// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.protect.curve.Costume;
import dev.modelward.protect.curve.Draws;
import dev.modelward.protect.curve.Masquerade;
import dev.modelward.protect.importance.Choice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where views are measured, and all measurements noted. */
final class Bench implements AutoCloseable {
  private final Judge whole;
  private final Judge sketch;
  private final int seeds;
  private final List<Reading> readings = new ArrayList<>();
  private Step step;

  private Bench(Judge whole, Judge sketch, int seeds, Step step) {
    this.whole = whole;
    this.sketch = sketch;
    this.seeds = seeds;
    this.step = step;
  }

  static Bench open(Masquerade masquerade, Yardstick yardstick, Planner planner, Progress progress)
      throws RunException, IOException, MismatchException {
    EvaluationSettings settings = planner.settings();
    Step step = new Step(progress);
    Judge whole = Judge.open(masquerade, yardstick.whole(), settings, step.asking());
    boolean isReady = false;
    try {
      Judge sketch =
          yardstick.isOne()
              ? whole
              : Judge.open(masquerade, yardstick.sketch(), settings, step.asking());
      isReady = true;
      step.end();
      return new Bench(whole, sketch, planner.decoys().seeds(), step);
    } finally {
      if (!isReady) {
        whole.close();
      }
    }
  }

  /** Goes on with another step of the caller's. */
  void begin(Progress next) {
    step = new Step(next);
  }

  /** Ends the step. */
  void end() {
    step.end();
  }

  /** Whether a sketch is no quicker than all records. */
  boolean isOne() {
    return whole.equals(sketch);
  }

  Counting counting() {
    return new Counting(whole.plain().metric());
  }

  /** The model as it is, by all records. */
  Draws plain() {
    return new Draws(List.of(whole.plain().value()));
  }

  /** The model as it is, by the records of sketches. */
  Draws sketchedPlain() {
    return new Draws(List.of(sketch.plain().value()));
  }

  /** A view by all records. */
  Draws measure(Costume costume, Choice sealed, double first)
      throws RunException, IOException, MismatchException {
    return measure(whole, costume, sealed, first);
  }

  /** A view by the records of sketches. */
  Draws sketch(Costume costume, Choice sealed, double first)
      throws RunException, IOException, MismatchException {
    return measure(sketch, costume, sealed, first);
  }

  private Draws measure(Judge judge, Costume costume, Choice sealed, double first)
      throws RunException, IOException, MismatchException {
    Draws found = judge.judge(costume.variants(sealed, seeds), step.asking());
    readings.add(new Reading(first, sealed.share(), judge.plain().count(), found));
    step.tell(
        "%s with %s sealed"
            .formatted(counting().text(found.mean()), Counting.share(sealed.share())));
    return found;
  }

  Evidence evidence() {
    return new Evidence(whole.plain().metric(), whole.plain().value(), readings);
  }

  @Override
  public void close() throws RunException, IOException {
    try {
      whole.close();
    } finally {
      if (!isOne()) {
        sketch.close();
      }
    }
  }
}
