// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

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

  /** The declared scale, which need not be the ratio of the sizes. */
  private double scale(int axis, long from, long to) {
    boolean upsample = site.inputs() == 2;
    return site.numbers(upsample ? 1 : 2)
        .filter(scales -> axis < scales.size())
        .map(scales -> scales.get(axis))
        .orElse((double) to / from);
  }

  private double source(int at, long from, long to, double scale) {
    return switch (coordinates) {
      case "asymmetric" -> at / scale;
      case "align_corners" -> to == 1 ? 0 : at * (from - 1.0) / (to - 1.0);
      case "pytorch_half_pixel" -> to == 1 ? 0 : (at + 0.5) / scale - 0.5;
      default -> (at + 0.5) / scale - 0.5;
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
