// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.transform;

import dev.modelward.learn.records.Sample;

/** Changes of an image's planes, in the array where they lie. */
final class Planes {
  private Planes() {}

  static void toGrey(Sample sample) {
    int[] dims = sample.dims();
    if (dims[0] != 3) {
      return;
    }
    float[] values = sample.values();
    int plane = dims[1] * dims[2];
    for (int i = 0; i < plane; i++) {
      values[i] = 0.299f * values[i] + 0.587f * values[plane + i] + 0.114f * values[2 * plane + i];
    }
    sample.reshape(1, dims[1], dims[2]);
  }

  static void toRgb(Sample sample) {
    int[] dims = sample.dims();
    if (dims[0] != 1) {
      return;
    }
    float[] grey = sample.values();
    float[] values = sample.reshape(3, dims[1], dims[2]);
    int plane = dims[1] * dims[2];
    for (int channel = 0; channel < 3; channel++) {
      System.arraycopy(grey, 0, values, channel * plane, plane);
    }
  }

  /** Cuts a window of some dimensions out of an image, which moves every value to the front. */
  static void cut(Sample sample, int top, int left, int[] window) {
    int[] dims = sample.dims();
    float[] values = sample.values();
    int to = 0;
    for (int row = 0; row < window[0] * window[1]; row++) {
      int channel = row / window[1];
      int from = (channel * dims[1] + top + row % window[1]) * dims[2] + left;
      System.arraycopy(values, from, values, to, window[2]);
      to += window[2];
    }
    sample.reshape(window);
  }
}
