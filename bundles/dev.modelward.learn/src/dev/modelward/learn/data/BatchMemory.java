// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.records.Sample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** The memory in which one batch after the other is put together. */
final class BatchMemory {
  private final int most;
  private final Layout layout;
  private final LongBuffer labels;
  private FloatBuffer inputs = floats(0);
  private FloatBuffer clean = floats(0);
  private float[] interleaved = {};
  private int[] dims = {};
  private int size;

  BatchMemory(int most, Layout layout) {
    this.most = most;
    this.layout = layout;
    this.labels = bytes(8L * most).asLongBuffer();
  }

  private static FloatBuffer floats(long count) {
    return bytes(4 * count).asFloatBuffer();
  }

  private static ByteBuffer bytes(long count) {
    return ByteBuffer.allocateDirect(Math.toIntExact(count)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Begins a batch. */
  void clear() {
    size = 0;
    inputs.clear();
    clean.clear();
    labels.clear();
  }

  int size() {
    return size;
  }

  /** Whether one more record of this shape has room. */
  boolean takes(Sample sample) {
    return size == 0 || size < most && Arrays.equals(dims, sample.dims());
  }

  void add(Sample sample) {
    if (size == 0) {
      dims = sample.dims().clone();
      inputs = atLeast(inputs, sample.size());
    }
    put(sample, sample.values(), inputs);
    if (sample.hasClean()) {
      clean = size == 0 ? atLeast(clean, sample.size()) : clean;
      put(sample, sample.clean(), clean);
    }
    labels.put(size, sample.label());
    size++;
  }

  private FloatBuffer atLeast(FloatBuffer buffer, int sample) {
    long needed = (long) most * sample;
    return buffer.capacity() < needed ? floats(needed) : buffer;
  }

  private void put(Sample sample, float[] values, FloatBuffer into) {
    if (layout == Layout.NCHW || !sample.isImage() || dims[0] == 1) {
      into.put(values, 0, sample.size());
      return;
    }
    if (interleaved.length < sample.size()) {
      interleaved = new float[sample.size()];
    }
    int channels = dims[0];
    int plane = dims[1] * dims[2];
    for (int i = 0; i < sample.size(); i++) {
      interleaved[i] = values[i % channels * plane + i / channels];
    }
    into.put(interleaved, 0, sample.size());
  }

  /** The batch as it is now. */
  Batch batch(long first, boolean isLabelled) {
    return new Batch(filled(inputs), shape(), first, truth(isLabelled));
  }

  private Truth truth(boolean isLabelled) {
    if (clean.position() > 0) {
      return new Truth.Clean(filled(clean));
    }
    return isLabelled ? new Truth.Labels(labels.slice(0, size)) : new Truth.Nothing();
  }

  private static FloatBuffer filled(FloatBuffer buffer) {
    return buffer.slice(0, buffer.position());
  }

  private long[] shape() {
    int[] order = {0, 1, 2};
    if (dims.length == 3 && layout == Layout.NHWC) {
      order = new int[] {1, 2, 0};
    }
    long[] shape = new long[dims.length + 1];
    shape[0] = size;
    for (int i = 0; i < dims.length; i++) {
      shape[i + 1] = dims[dims.length == 3 ? order[i] : i];
    }
    return shape;
  }
}
