// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.progress.Progress;

/** A step of which nobody knows how many measurements it takes. */
final class Step {
  private final Progress progress;
  private int told;

  Step(Progress progress) {
    this.progress = progress;
  }

  /** For measurements, which may be cancelled, but are no known part of the step. */
  Progress asking() {
    return Progress.asking(progress::checkCancelled);
  }

  void tell(String news) {
    progress.tell(news);
    told++;
    progress.done((double) told / (told + 1));
  }

  void end() {
    progress.done(1);
  }
}
