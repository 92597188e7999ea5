// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.transform;

import dev.modelward.learn.records.Sample;

/** Brings images to one size, first along the rows, then along the columns. */
final class Resizer {
  private final int height;
  private final int width;
  private Filter down = Filter.of(1, 1);
  private Filter across = Filter.of(1, 1);
  private float[] between = {};

  Resizer(int height, int width) {
    this.height = height;
    this.width = width;
  }

  void apply(Sample sample) {
    int[] dims = sample.dims();
    if (dims[1] == height && dims[2] == width) {
      return;
    }
    prepare(dims);
    across.apply(sample.values(), between, dims[0] * dims[1], 1);
    down.apply(between, sample.reshape(dims[0], height, width), dims[0], width);
  }

  private void prepare(int[] dims) {
    if (down.from() != dims[1] || down.to() != height) {
      down = Filter.of(dims[1], height);
    }
    if (across.from() != dims[2] || across.to() != width) {
      across = Filter.of(dims[2], width);
    }
    if (between.length < dims[0] * dims[1] * width) {
      between = new float[dims[0] * dims[1] * width];
    }
  }
}
