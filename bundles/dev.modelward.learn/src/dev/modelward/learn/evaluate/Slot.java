// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.data.Truth;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.tensor.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The memory of one batch on its way through the models, used again for the next one. */
final class Slot {
  private final Layout layout;
  private final double[][] scores;
  private final Ssim ssim = new Ssim();
  private ByteBuffer input = ByteBuffer.allocateDirect(0);
  private long[] labels = {};
  private float[] clean = {};
  private long[] shape = {0};

  Slot(Layout layout, int metrics, int records) {
    this.layout = layout;
    this.scores = new double[metrics][records];
  }

  /** Takes a copy of a batch, with room for the records that a fixed batch has more. */
  void fill(Batch batch, long room) {
    shape = batch.shape();
    int record = recordSize();
    int bytes = Math.toIntExact(Float.BYTES * room * record);
    if (input.capacity() < bytes) {
      input = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    input.asFloatBuffer().put(batch.inputs());
    switch (batch.truth()) {
      case Truth.Labels known -> {
        labels = new long[size()];
        known.values().duplicate().get(0, labels);
      }
      case Truth.Clean known -> {
        int values = size() * record;
        clean = clean.length < values ? new float[values] : clean;
        known.values().duplicate().get(0, clean, 0, values);
      }
      case Truth.Nothing nothing -> {}
    }
  }

  NativeTensor input(List<Long> dims) throws RunException {
    int bytes = (int) (Float.BYTES * dims.stream().reduce(1L, Math::multiplyExact));
    return NativeTensor.over(ElementType.FLOAT32, dims, input.slice(0, bytes));
  }

  int size() {
    return (int) shape[0];
  }

  /** The dimensions, that of the records first. */
  long[] shape() {
    return shape.clone();
  }

  /** The values of one record. */
  int recordSize() {
    long size = 1;
    for (int i = 1; i < shape.length; i++) {
      size *= shape[i];
    }
    return Math.toIntExact(size);
  }

  long label(int record) {
    return labels[record];
  }

  /** The clean values of all records. */
  float[] clean() {
    return clean;
  }

  /** How the values of one record lie in a plane; nothing for what is no image. */
  Frame frame() {
    boolean isImage = shape.length == 4;
    int[] sizes = new int[3];
    for (int i = 0; isImage && i < sizes.length; i++) {
      sizes[i] = (int) shape[i + 1];
    }
    return layout == Layout.NCHW
        ? new Frame(sizes[0], sizes[1], sizes[2], false)
        : new Frame(sizes[2], sizes[0], sizes[1], true);
  }

  Ssim ssim() {
    return ssim;
  }

  /** What a metric says of each record. */
  double[] scores(int metric) {
    return scores[metric];
  }
}
