// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.calibration;

import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Truth;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.protect.importance.Provenance;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The memory of some samples, of what should be made of them, and of how much each one weighs. */
public final class Portion implements AutoCloseable {
  private final NativeTensor samples;
  private final NativeTensor target;
  private final NativeTensor weight;
  private long first;
  private int size;

  private Portion(NativeTensor samples, NativeTensor target, NativeTensor weight) {
    this.samples = samples;
    this.target = target;
    this.weight = weight;
  }

  /** Memory for samples of some sizes, and for targets; the first size is that of the samples. */
  public static Portion of(List<Long> samples, List<Long> target) throws RunException {
    List<Long> weight = new ArrayList<>(Collections.nCopies(Math.max(1, target.size()), 1L));
    weight.set(0, samples.getFirst());
    return new Portion(
        NativeTensor.zeros(ElementType.FLOAT32, samples),
        NativeTensor.zeros(ElementType.FLOAT32, target),
        NativeTensor.zeros(ElementType.FLOAT32, weight));
  }

  /**
   * Puts a batch in, and what it tells of the truth; where it is smaller than there is room for,
   * the last samples weigh nothing.
   */
  public void fill(Batch batch, Provenance.Truth truth) throws MismatchException {
    first = batch.first();
    size = batch.size();
    clear(samples.floats());
    clear(target.floats());
    clear(weight.floats());
    samples.floats().put(batch.inputs().duplicate());
    if (truth == Provenance.Truth.LABELS && batch.truth() instanceof Truth.Labels labels) {
      for (int i = 0; i < size; i++) {
        mark(i, labels.values().get(i));
      }
    }
    if (truth == Provenance.Truth.CLEAN && batch.truth() instanceof Truth.Clean clean) {
      clean(clean.values().duplicate());
    }
  }

  private void clean(FloatBuffer values) throws MismatchException {
    if (target.floats().capacity() != samples.floats().capacity()) {
      throw new MismatchException(
          "the model's output",
          "the sizes of a clean image, " + samples.dims(),
          target.dims().toString(),
          "Choose data without noise, or a model that makes images.");
    }
    target.floats().put(values);
  }

  /** Says of which class a sample is. */
  public void mark(int sample, long label) throws MismatchException {
    int classes = target.floats().capacity() / weight.floats().capacity();
    if (label < 0 || label >= classes || target.dims().size() != 2) {
      throw new MismatchException(
          "sample " + (first + sample),
          "a class of the model's output, which is " + target.dims(),
          "class " + label,
          "Choose data of these classes.");
    }
    target.floats().put(sample * classes + (int) label, 1);
  }

  /** Puts as many samples in as there is room for, of which nobody knows the truth. */
  public void fill(FloatBuffer inputs) {
    size = Math.toIntExact(samples.dims().getFirst());
    clear(target.floats());
    samples.floats().put(inputs);
  }

  private static void clear(FloatBuffer floats) {
    while (floats.hasRemaining()) {
      floats.put(0);
    }
  }

  /** The number of samples that are there. */
  public int size() {
    return size;
  }

  /** The samples. */
  public NativeTensor samples() {
    return samples;
  }

  /** What should be made of them. */
  public NativeTensor target() {
    return target;
  }

  /** How much each of them weighs. */
  public NativeTensor weight() {
    return weight;
  }

  @Override
  public void close() {
    samples.close();
    target.close();
    weight.close();
  }
}
