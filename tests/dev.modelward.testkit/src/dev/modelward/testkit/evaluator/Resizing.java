// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Arrays;
import java.util.Map;

/** Resizes: the nearest element, or a blend of the two nearest, in each direction. */
final class Resizing {
  static final Map<String, Operator> ALL =
      Map.of("Resize", Operator.one(Resizing::resize), "Upsample", Operator.one(Resizing::resize));

  private Resizing() {}

  /** ONNX Runtime copies what keeps all its sizes, whatever the scales say. */
  private static Grid resize(Call call) {
    Grid result = call.in(0);
    int[] axes = call.integers("axes", 0, 0);
    int count = axes.length == 0 ? result.rank() : axes.length;
    for (int i = 0; i < count; i++) {
      result = along(call, result, axes.length == 0 ? i : result.axis(axes[i]), i);
    }
    return result.dims().equals(call.in(0).dims()) ? call.in(0) : result;
  }

  private static Grid along(Call call, Grid in, int axis, int number) {
    int from = in.size(axis);
    boolean bySize = call.has(3);
    Grid scales = call.in(call.inputs() == 2 ? 1 : 2, 1);
    double scale = bySize ? call.in(3).values()[number] / from : scales.values()[number];
    int to = bySize ? call.in(3).integers()[number] : (int) Math.floor(from * scale);
    int[] sizes = in.sizes();
    sizes[axis] = to;
    Grid result = Grid.zeros(sizes);
    for (int[] place : result.places()) {
      double at = source(call, place[axis], scale, from, to);
      result.set(blend(call, in, new Spot(axis, at), place), place);
    }
    return result;
  }

  /** A point between two elements of an axis. */
  private record Spot(int axis, double at) {}

  private static double source(Call call, int at, double scale, int... sizes) {
    boolean old = call.opset() < 11;
    int to = sizes[1];
    int from = sizes[0];
    String way = call.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
    return switch (way) {
      case "half_pixel" -> (at + 0.5) / scale - 0.5;
      case "half_pixel_symmetric" ->
          from / 2.0 * (1 - to / (scale * from)) + (at + 0.5) / scale - 0.5;
      case "pytorch_half_pixel" -> to > 1 ? (at + 0.5) / scale - 0.5 : 0;
      case "align_corners" -> to > 1 ? at * (from - 1.0) / (to - 1.0) : 0;
      case "asymmetric" -> at / scale;
      default -> throw new IllegalArgumentException("expected a way of counting, found " + way);
    };
  }

  private static double blend(Call call, Grid in, Spot spot, int... place) {
    int last = in.size(spot.axis()) - 1;
    String mode = call.text("mode", "nearest");
    if ("nearest".equals(mode)) {
      return at(in, spot.axis(), Math.clamp(nearest(call, spot.at()), 0, last), place);
    }
    if (!"linear".equals(mode)) {
      throw new IllegalArgumentException("expected nearest or linear, found " + mode);
    }
    double inside = Math.clamp(spot.at(), 0.0, last);
    int low = (int) Math.floor(inside);
    int high = Math.min(low + 1, last);
    double share = inside - low;
    return (1 - share) * at(in, spot.axis(), low, place) + share * at(in, spot.axis(), high, place);
  }

  private static double at(Grid in, int axis, int index, int... place) {
    int[] from = Arrays.copyOf(place, place.length);
    from[axis] = index;
    return in.at(from);
  }

  private static int nearest(Call call, double at) {
    boolean old = call.opset() < 11;
    return (int)
        switch (call.text("nearest_mode", old ? "floor" : "round_prefer_floor")) {
          case "floor" -> Math.floor(at);
          case "ceil" -> Math.ceil(at);
          case "round_prefer_ceil" -> Math.floor(at + 0.5);
          default -> Math.ceil(at - 0.5);
        };
  }
}
