// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.sample;

import java.util.List;

/** The plan of a convolution: so many channels in and out, of a kernel so wide, in such steps. */
record Convolution(String name, int from, int to, int kernel, int stride) {
  List<Long> dims() {
    return List.of((long) to, (long) from, (long) kernel, (long) kernel);
  }

  /** How many numbers make one number of the output. */
  int fanIn() {
    return from * kernel * kernel;
  }

  List<Long> kernelShape() {
    return List.of((long) kernel, (long) kernel);
  }

  List<Long> strides() {
    return List.of((long) stride, (long) stride);
  }

  /** As much as keeps the size of the picture, up to the stride. */
  List<Long> pads() {
    long pad = kernel / 2;
    return List.of(pad, pad, pad, pad);
  }
}
