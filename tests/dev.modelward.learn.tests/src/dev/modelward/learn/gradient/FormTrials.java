// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Trials of operators that move elements, choose some of them, or sum them up. */
final class FormTrials {
  private FormTrials() {}

  static Map<String, Function<Draw, Trial>> all() {
    Map<String, Function<Draw, Trial>> all = new HashMap<>();
    all.put("Reshape", FormTrials::reshape);
    all.put("Flatten", FormTrials::flatten);
    all.put("Squeeze", FormTrials::squeeze);
    all.put("Unsqueeze", FormTrials::unsqueeze);
    all.put("Transpose", FormTrials::transpose);
    all.put("Expand", FormTrials::expand);
    all.put("Concat", FormTrials::concat);
    all.put("Split", FormTrials::split);
    all.put("Pad", FormTrials::pad);
    all.put("Slice", FormTrials::slice);
    all.put("Gather", FormTrials::gather);
    all.put("ReduceSum", draw -> reduce("ReduceSum", draw, 13));
    all.put("ReduceMean", draw -> reduce("ReduceMean", draw, 18));
    return all;
  }

  private static Trial trial(String operator, Draw draw) {
    return new Trial(draw, operator, draw.opset(9));
  }

  /** An axis, counted from the start or, from a version on, from the end. */
  private static long axis(Draw draw, Trial trial, int rank) {
    int axis = draw.from(0, rank - 1);
    return trial.opset() >= 11 && draw.chance() ? axis - rank : axis;
  }

  /** Some axes, each of them once. */
  private static List<Long> axes(Draw draw, Trial trial, int rank) {
    List<Long> axes = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      if (draw.chance()) {
        axes.add((long) (trial.opset() >= 11 && draw.chance() ? axis - rank : axis));
      }
    }
    return axes;
  }

  private static Trial reshape(Draw draw) {
    return trial("Reshape", draw)
        .in(List.of(2L, (long) draw.from(1, 3), 6L))
        .integers(
            "to", draw.pick(List.of(List.of(0L, -1L, 3L), List.of(-1L), List.of(3L, 4L, -1L))));
  }

  private static Trial flatten(Draw draw) {
    List<Long> dims = draw.dims();
    return trial("Flatten", draw).in(dims).with("axis", draw.from(0, dims.size()));
  }

  private static Trial squeeze(Draw draw) {
    Trial trial = trial("Squeeze", draw);
    List<Long> dims = new ArrayList<>(draw.dims());
    int axis = draw.from(0, dims.size() - 1);
    dims.set(axis, 1L);
    trial.in(dims);
    long counted = trial.opset() >= 11 && draw.chance() ? axis - dims.size() : axis;
    return draw.chance() ? trial : trial.integers("axes", List.of(counted), 13);
  }

  private static Trial unsqueeze(Draw draw) {
    Trial trial = trial("Unsqueeze", draw);
    List<Long> dims = draw.dims(draw.from(0, 3), 3);
    List<Long> axes = new ArrayList<>(List.of(axis(draw, trial, dims.size() + 1)));
    return trial.in(dims).integers("axes", axes, 13);
  }

  private static Trial transpose(Draw draw) {
    List<Long> dims = draw.dims();
    List<Long> order = new ArrayList<>(Draw.longs(dims.size(), i -> i));
    for (int i = 0; i < order.size(); i++) {
      Collections.swap(order, i, draw.from(i, order.size() - 1));
    }
    Trial trial = trial("Transpose", draw).in(dims);
    return draw.chance() ? trial : trial.with("perm", order);
  }

  /** The sizes asked for may be the smaller ones too. */
  private static Trial expand(Draw draw) {
    List<Long> dims = draw.dims();
    return trial("Expand", draw).in(draw.smaller(dims)).integers("to", draw.smaller(dims));
  }

  private static Trial concat(Draw draw) {
    Trial trial = trial("Concat", draw);
    List<Long> dims = draw.dims();
    long axis = axis(draw, trial, dims.size());
    int at = (int) (axis < 0 ? axis + dims.size() : axis);
    for (int count = draw.from(1, 4); count > 0; count--) {
      List<Long> part = new ArrayList<>(dims);
      part.set(at, (long) draw.from(1, 3));
      trial.in(part);
    }
    return trial.with("axis", axis);
  }

  private static Trial split(Draw draw) {
    Trial trial = trial("Split", draw);
    List<Long> dims = new ArrayList<>(draw.dims());
    long axis = axis(draw, trial, dims.size());
    int at = (int) (axis < 0 ? axis + dims.size() : axis);
    int parts = draw.from(1, 3);
    trial.outputs(parts).with("axis", axis);
    if (draw.chance()) {
      List<Long> sizes = draw.dims(parts, 3);
      dims.set(at, sizes.stream().mapToLong(Long::longValue).sum());
      return trial.in(dims).integers("split", sizes, 13);
    }
    boolean counted = trial.opset() >= 18;
    dims.set(at, counted ? 2L * parts - (parts > 1 ? 1 : 0) : 2L * parts);
    return counted ? trial.in(dims).with("num_outputs", parts) : trial.in(dims);
  }

  /** Room of any size, and less than none. */
  private static Trial pad(Draw draw) {
    Trial trial = trial("Pad", draw);
    List<Long> dims = draw.dims(draw.from(1, 4), 2).stream().map(size -> size + 2).toList();
    trial.in(dims);
    boolean some = trial.opset() >= 18 && draw.chance();
    List<Long> axes = some ? axes(draw, trial, dims.size()) : List.of();
    int count = axes.isEmpty() ? dims.size() : axes.size();
    trial.integers("pads", Draw.longs(2 * count, i -> draw.from(-1, 2)), 11);
    if (trial.opset() < 11) {
      return draw.chance() ? trial : trial.with(Attribute.of("value", 0.7f));
    }
    return axes.isEmpty() ? trial : trial.absent().integers("axes", axes);
  }

  private static Trial slice(Draw draw) {
    Trial trial = trial("Slice", draw);
    List<Long> dims = draw.dims(draw.from(1, 3), 4).stream().map(size -> size + 2).toList();
    trial.in(dims);
    List<Long> axes = new ArrayList<>(List.of(axis(draw, trial, dims.size())));
    int size =
        dims.get((int) (axes.get(0) < 0 ? axes.get(0) + dims.size() : axes.get(0))).intValue();
    boolean back = trial.opset() >= 10 && draw.chance();
    long low = draw.from(0, 1) - (draw.chance() ? size : 0);
    long high = draw.pick(List.of(size - 1L, -1L, size + 5L, (long) Integer.MAX_VALUE));
    List<Long> starts = List.of(back ? high : low);
    List<Long> ends = List.of(back ? (draw.chance() ? low : -100L) : high);
    trial.integers("starts", starts, 10).integers("ends", ends, 10);
    trial.integers("axes", axes, 10);
    return trial.opset() < 10
        ? trial
        : trial.integers("steps", List.of((back ? -1L : 1L) * draw.from(1, 3)));
  }

  private static Trial gather(Draw draw) {
    Trial trial = trial("Gather", draw);
    List<Long> dims = draw.dims(draw.from(1, 3), 4);
    long axis = axis(draw, trial, dims.size());
    int size = dims.get((int) (axis < 0 ? axis + dims.size() : axis)).intValue();
    int low = trial.opset() >= 11 ? -size : 0;
    List<Long> sizes = draw.dims(draw.from(0, 2), 3);
    int count = draw.numbers(0, 1, sizes).length;
    long[] chosen =
        Draw.longs(count, i -> draw.from(low, size - 1)).stream().mapToLong(i -> i).toArray();
    return trial.in(dims).constant(Tensor.ofLongs("at", sizes, chosen)).with("axis", axis);
  }

  private static Trial reduce(String operator, Draw draw, int firstAsInput) {
    Trial trial = trial(operator, draw).with("keepdims", draw.from(0, 1));
    List<Long> dims = draw.dims();
    trial.in(dims);
    List<Long> axes = axes(draw, trial, dims.size());
    if (!axes.isEmpty()) {
      return trial.integers("axes", axes, firstAsInput);
    }
    return trial.opset() >= firstAsInput
        ? trial.with("noop_with_empty_axes", draw.from(0, 1))
        : trial;
  }
}
