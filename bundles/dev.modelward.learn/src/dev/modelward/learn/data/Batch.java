// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import java.nio.FloatBuffer;

/**
 * Some records of one shape as a runtime takes them. The buffers are direct and little-endian; they
 * belong to the {@link Batches}, which fill them anew with every batch.
 */
public final class Batch {
  private final FloatBuffer inputs;
  private final long[] shape;
  private final long first;
  private final Truth truth;

  Batch(FloatBuffer inputs, long[] shape, long first, Truth truth) {
    this.inputs = inputs;
    this.shape = shape;
    this.first = first;
    this.truth = truth;
  }

  /** The records' values, one record behind the other. */
  public FloatBuffer inputs() {
    return inputs;
  }

  /** The dimensions, that of the records first. */
  public long[] shape() {
    return shape.clone();
  }

  /** The number of records. */
  public int size() {
    return (int) shape[0];
  }

  /** How many records were in the batches before this one. */
  public long first() {
    return first;
  }

  /** What a model should make of it. */
  public Truth truth() {
    return truth;
  }
}
