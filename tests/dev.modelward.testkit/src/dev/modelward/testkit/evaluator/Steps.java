// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Arrays;

/** How a kernel steps over an image, in every direction of it. */
final class Steps {
  private final Call call;
  private final int[] kernel;
  private final int[] strides;
  private final int[] gaps;
  private final int[] declared;

  Steps(Call call, int... kernel) {
    this.call = call;
    this.kernel = kernel;
    this.strides = call.integers("strides", kernel.length, 1);
    this.gaps = call.integers("dilations", kernel.length, 1);
    this.declared = call.integers("pads", 2 * kernel.length, 0);
  }

  int[] kernel() {
    return kernel;
  }

  private String auto() {
    return call.text("auto_pad", "NOTSET");
  }

  private boolean isSame() {
    return auto().startsWith("SAME");
  }

  /** How many elements the kernel spans. */
  private int span(int i) {
    return (kernel[i] - 1) * gaps[i] + 1;
  }

  /** The sizes of what comes out for an image of some sizes. */
  int[] results(int... image) {
    int[] results = new int[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      int room = image[i] + before(image)[i] + after(image)[i] - span(i);
      boolean ceil = call.integer("ceil_mode", 0) == 1;
      int steps = Math.floorDiv(ceil ? room + strides[i] - 1 : room, strides[i]) + 1;
      boolean outside = ceil && (steps - 1) * strides[i] >= image[i] + before(image)[i];
      results[i] = isSame() ? Math.ceilDiv(image[i], strides[i]) : outside ? steps - 1 : steps;
    }
    return results;
  }

  /** The room before the image. */
  int[] before(int... image) {
    int[] before = new int[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      int half = samePads(i, image) / 2;
      int more = samePads(i, image) - half;
      before[i] = isSame() ? ("SAME_UPPER".equals(auto()) ? half : more) : declared(i);
    }
    return before;
  }

  /** The room after the image. */
  int[] after(int... image) {
    int[] after = new int[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      int same = samePads(i, image) - before(image)[i];
      after[i] = isSame() ? same : declared(kernel.length + i);
    }
    return after;
  }

  private int declared(int i) {
    return "VALID".equals(auto()) ? 0 : declared[i];
  }

  private int samePads(int i, int... image) {
    int steps = Math.ceilDiv(image[i], strides[i]);
    return Math.max(0, (steps - 1) * strides[i] + span(i) - image[i]);
  }

  /** The sizes of what comes out of a transposed convolution of an image of some sizes. */
  int[] transposed(int... image) {
    int[] results = new int[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      int pads = declared(i) + declared(kernel.length + i);
      results[i] = isSame() ? image[i] * strides[i] : whole(i, image) - pads;
    }
    return results;
  }

  /** The room that is cut off before the result of a transposed convolution. */
  int[] cutBefore(int... image) {
    int[] cut = new int[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      int total = Math.max(0, whole(i, image) - image[i] * strides[i]);
      int half = total / 2;
      cut[i] = isSame() ? ("SAME_UPPER".equals(auto()) ? half : total - half) : declared(i);
    }
    return cut;
  }

  private int whole(int i, int... image) {
    int extra = call.integers("output_padding", kernel.length, 0)[i];
    return strides[i] * (image[i] - 1) + extra + span(i);
  }

  /** Where an element of the kernel stands at some step, which may lie outside of the image. */
  int[] at(int[] step, int[] tap, int... before) {
    int[] at = new int[kernel.length];
    Arrays.setAll(at, i -> step[i] * strides[i] + tap[i] * gaps[i] - before[i]);
    return at;
  }

  /** The number of a place in an image, row by row; below zero if it lies outside. */
  static int flat(int[] place, int... sizes) {
    int flat = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (place[i] < 0 || place[i] >= sizes[i]) {
        return -1;
      }
      flat = flat * sizes[i] + place[i];
    }
    return flat;
  }
}
