// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.gates;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Step;
import java.nio.FloatBuffer;
import java.util.List;

/** Shakes gates in each step by logistic noise, which the seed and the step's number repeat. */
record GateCoach(List<Gate> gates, long seed) implements Coach {
  /** Chances nearer to 0 and 1 would shake a gate without end. */
  private static final double EDGE = 1e-6;

  @Override
  public void before(Step step) {
    long ofStep = SplitMix64.of(seed, step.number()).nextLong();
    for (Gate gate : gates) {
      SplitMix64 chance = SplitMix64.of(ofStep, gate.index());
      FloatBuffer noise = step.hook(gate.noise());
      for (int i = 0; i < noise.capacity(); i++) {
        double share = chance.between(EDGE, 1 - EDGE);
        noise.put(i, (float) StrictMath.log(share / (1 - share)));
      }
    }
  }

  @Override
  public void after(Step step) {
    // gates need no losses
  }
}
