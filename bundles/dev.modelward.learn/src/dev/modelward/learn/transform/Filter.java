// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.transform;

import java.util.Arrays;

/** The weights with which the pixels of one line make those of a longer or shorter one. */
final class Filter {
  private final int from;
  private final int[] firsts;
  private final float[][] weights;

  private Filter(int from, int to) {
    this.from = from;
    this.firsts = new int[to];
    this.weights = new float[to][];
  }

  static Filter of(int from, int to) {
    Filter filter = new Filter(from, to);
    double ratio = (double) from / to;
    double reach = Math.max(1, ratio);
    for (int i = 0; i < to; i++) {
      filter.weigh(i, (i + 0.5) * ratio, reach);
    }
    return filter;
  }

  private void weigh(int pixel, double centre, double reach) {
    int first = (int) Math.max(0, Math.floor(centre - reach));
    int end = (int) Math.min(from, Math.ceil(centre + reach));
    double[] exact = new double[end - first];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / reach);
    }
    double sum = Arrays.stream(exact).sum();
    float[] line = new float[exact.length];
    for (int i = 0; i < line.length; i++) {
      line[i] = (float) (exact[i] / sum);
    }
    firsts[pixel] = first;
    weights[pixel] = line;
  }

  int from() {
    return from;
  }

  int to() {
    return firsts.length;
  }

  /** Filters the middle one of three dimensions, given the sizes of the outer and the inner one. */
  void apply(float[] source, float[] target, int outer, int inner) {
    int to = firsts.length;
    for (int i = 0; i < outer * to; i++) {
      int line = i % to;
      int at = (i / to * from + firsts[line]) * inner;
      for (int j = 0; j < inner; j++) {
        target[i * inner + j] = sum(weights[line], source, at + j, inner);
      }
    }
  }

  private static float sum(float[] weights, float[] source, int at, int step) {
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * source[at + i * step];
    }
    return sum;
  }
}
