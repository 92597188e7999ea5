// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

/** The form of an image, and whether the channels of a pixel lie beside each other. */
record Frame(int channels, int height, int width, boolean isInterleaved) {

  /** Copies one channel of the image that begins at an offset. */
  void plane(float[] values, int offset, int channel, double[] into) {
    int pixels = height * width;
    int step = isInterleaved ? channels : 1;
    int first = offset + (isInterleaved ? channel : channel * pixels);
    for (int i = 0; i < pixels; i++) {
      into[i] = values[first + i * step];
    }
  }

  int pixels() {
    return height * width;
  }
}
