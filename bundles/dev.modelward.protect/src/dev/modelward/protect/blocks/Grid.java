// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The steps of a quantized weight: which scale and which zero point belong to which element. */
final class Grid {
  private final long[] strides;
  private final long[] sizes;
  private final long[] pieces;
  private final long[] steps;
  private final double[] scales;
  private final double[] zeros;

  private Grid(List<Long> dims, List<Long> pieces, double[] scales, double[] zeros) {
    int rank = dims.size();
    this.strides = new long[rank];
    this.sizes = new long[rank];
    this.pieces = new long[rank];
    this.steps = new long[rank];
    this.scales = scales;
    this.zeros = zeros;
    long stride = 1;
    long step = 1;
    for (int i = rank - 1; i >= 0; i--) {
      this.strides[i] = stride;
      this.sizes[i] = dims.get(i);
      this.pieces[i] = pieces.get(i);
      this.steps[i] = step;
      stride *= dims.get(i);
      step *= Math.ceilDiv(dims.get(i), pieces.get(i));
    }
  }

  static Grid of(Scaling.Quantized scaling, List<Long> dims) throws IOException {
    double[] scales = numbers(scaling.scale());
    double[] zeros = new double[scales.length];
    for (Tensor given : scaling.zero()) {
      double[] points = numbers(given);
      Arrays.setAll(zeros, i -> points[points.length == 1 ? 0 : i]);
    }
    return new Grid(dims, scaling.pieces(), scales, zeros);
  }

  private static double[] numbers(Tensor tensor) throws IOException {
    double[] numbers = new double[Math.toIntExact(tensor.elements())];
    tensor.numbers().copyTo(numbers, 0);
    return numbers;
  }

  private int index(long element) {
    long index = 0;
    for (int i = 0; i < sizes.length; i++) {
      index += element / strides[i] % sizes[i] / pieces[i] * steps[i];
    }
    return (int) index;
  }

  /** How much one more in an element's place means. */
  double step(long element) {
    return scales[index(element)];
  }

  /** What a stored number means. */
  float value(long element, double stored) {
    int index = index(element);
    return (float) (scales[index] * (stored - zeros[index]));
  }

  /** The number to store for one that is meant, not rounded yet. */
  double stored(long element, double value) {
    int index = index(element);
    return scales[index] == 0 ? zeros[index] : value / scales[index] + zeros[index];
  }
}
