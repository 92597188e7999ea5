// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

import dev.modelward.learn.loss.Loss;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.function.Function;

/** One step of a training: the memory of its samples, targets, hooks and losses. */
public final class Step {
  /** The name of the samples' memory. */
  public static final String SAMPLES = "modelward.samples";

  /** The name of the losses' memory. */
  public static final String LOSSES = "modelward.losses";

  private final long number;
  private final LongBuffer labels;
  private final Function<String, FloatBuffer> memory;

  /** A step with the memory that a trainer uses, by name. */
  public Step(long number, LongBuffer labels, Function<String, FloatBuffer> memory) {
    this.number = number;
    this.labels = labels;
    this.memory = memory;
  }

  /** How many steps were before it. */
  public long number() {
    return number;
  }

  /** The number of samples. */
  public int samples() {
    return losses().capacity();
  }

  /** The label of each sample; empty where there are none. */
  public LongBuffer labels() {
    return labels.duplicate();
  }

  /** The samples, one behind the other. */
  public FloatBuffer inputs() {
    return memory.apply(SAMPLES);
  }

  /** The target of each sample: the probability of each class, or the clean values. */
  public FloatBuffer targets() {
    return memory.apply(Loss.TARGET);
  }

  /** The memory of one of {@link Hook#inputs()}; zeros before each step. */
  public FloatBuffer hook(String input) {
    return memory.apply(input);
  }

  /** The loss of each sample, after the step. */
  public FloatBuffer losses() {
    return memory.apply(LOSSES);
  }
}
