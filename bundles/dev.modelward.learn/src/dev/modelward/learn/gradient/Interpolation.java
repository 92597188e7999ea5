// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import java.util.List;

/**
 * How a resize makes elements of one size from those of another, one axis at a time.
 *
 * @see <a href="https://onnx.ai/onnx/operators/onnx__Resize.html">ONNX, Resize</a>
 */
record Interpolation(boolean linear, String coordinates, String rounding, Site site) {

  static Interpolation of(Site site) {
    boolean old = "Upsample".equals(site.node().operator()) || site.emit().opset() < 11;
    return new Interpolation(
        "linear".equals(site.text("mode", "nearest")),
        site.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel"),
        site.text("nearest_mode", old ? "floor" : "round_prefer_floor"),
        site);
  }

  /** For each element of the result a row with the shares of the elements it is made of. */
  double[] matrix(int axis, long from, long to) {
    double[] matrix = new double[(int) (from * to)];
    double scale = scale(axis, from, to);
    for (int row = 0; row < to; row++) {
      double at = source(row, from, to, scale);
      int start = (int) (row * from);
      if (linear) {
        double low = Math.floor(at);
        matrix[start + clamp(low, from)] += 1 - (at - low);
        matrix[start + clamp(low + 1, from)] += at - low;
      } else {
        matrix[start + clamp(nearest(at), from)] = 1;
      }
    }
    return matrix;
  }

  /** Whether an axis comes out different; a scale near one leaves its size as it is. */
  boolean changes(int axis, long from, long to) {
    return from != to || scale(axis, from, to) != 1;
  }

  /** The declared scale, which need not be the ratio of the sizes. */
  private double scale(int axis, long from, long to) {
    boolean upsample = site.inputs() == 2;
    List<Integer> axes = site.integers("axes").stream().map(site.in(0)::axis).toList();
    int place = axes.isEmpty() ? axis : axes.indexOf(axis);
    if (place < 0) {
      return 1;
    }
    return site.numbers(upsample ? 1 : 2)
        .filter(scales -> place < scales.size())
        .map(scales -> scales.get(place))
        .orElse((double) to / from);
  }

  /** In 32-bit floats, as where ONNX Runtime rounds decides which element is the nearest. */
  private double source(int at, long from, long to, double exactScale) {
    float scale = (float) exactScale;
    float half = (at + 0.5f) / scale;
    return switch (coordinates) {
      case "asymmetric" -> at / scale;
      case "align_corners" -> to == 1 ? 0 : (float) (at * (from - 1)) / (to - 1);
      case "pytorch_half_pixel" -> to == 1 ? 0 : half - 0.5f;
      case "half_pixel_symmetric" -> {
        float adjustment = to / (scale * from);
        yield from / 2f * (1 - adjustment) + half - 0.5f;
      }
      default -> half - 0.5f;
    };
  }

  private double nearest(double at) {
    return switch (rounding) {
      case "floor" -> Math.floor(at);
      case "ceil" -> Math.ceil(at);
      case "round_prefer_ceil" -> Math.floor(at + 0.5);
      default -> Math.ceil(at - 0.5);
    };
  }

  private static int clamp(double at, long size) {
    return (int) Math.clamp((long) at, 0, size - 1);
  }
}
