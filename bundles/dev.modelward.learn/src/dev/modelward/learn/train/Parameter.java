// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;

/** A weight in training: its numbers where all sessions read them, and what is remembered of it. */
final class Parameter implements AutoCloseable {
  private final String name;
  private final NativeTensor weight;
  private final float[][] memories;

  private Parameter(String name, NativeTensor weight, float[][] memories) {
    this.name = name;
    this.weight = weight;
    this.memories = memories;
  }

  /** A weight as a model gives it, without memories. */
  static Parameter of(Tensor tensor, Optimizer optimizer) throws RunException, IOException {
    float[][] memories = new float[optimizer.memories()][Math.toIntExact(tensor.elements())];
    return new Parameter(tensor.name(), NativeTensor.copyOf(tensor), memories);
  }

  String name() {
    return name;
  }

  NativeTensor weight() {
    return weight;
  }

  /** What the optimizer remembers of each number. */
  float[][] memories() {
    return memories;
  }

  /** Whether the decay acts on it: on what multiplies, not on what is added or scales a channel. */
  boolean decays() {
    return weight.dims().size() > 1;
  }

  @Override
  public void close() {
    weight.close();
  }
}
