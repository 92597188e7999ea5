// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Trials of products of matrices, normalizations, and resizes. */
final class LayerTrials {
  private LayerTrials() {}

  static Map<String, Function<Draw, Trial>> all() {
    Map<String, Function<Draw, Trial>> all = new HashMap<>();
    all.put("MatMul", LayerTrials::matMul);
    all.put("Gemm", LayerTrials::gemm);
    all.put("BatchNormalization", LayerTrials::batch);
    all.put("InstanceNormalization", LayerTrials::instance);
    all.put("LayerNormalization", LayerTrials::layer);
    all.put("Softmax", draw -> soft("Softmax", draw));
    all.put("LogSoftmax", draw -> soft("LogSoftmax", draw));
    all.put("Resize", LayerTrials::resize);
    all.put("Upsample", LayerTrials::upsample);
    return all;
  }

  private static List<Long> joined(List<Long> first, Long... rest) {
    List<Long> all = new ArrayList<>(first);
    all.addAll(List.of(rest));
    return all;
  }

  /** Vectors, matrices, and batches of them that are repeated on either side. */
  private static Trial matMul(Draw draw) {
    Trial trial = new Trial(draw, "MatMul", draw.opset(9));
    List<Long> sizes = draw.dims(3, 4);
    List<Long> batch = draw.dims(draw.from(0, 2), 3);
    List<Long> left =
        draw.from(0, 4) == 0
            ? List.of(sizes.get(1))
            : joined(draw.smaller(batch), sizes.get(0), sizes.get(1));
    List<Long> right =
        draw.from(0, 4) == 0
            ? List.of(sizes.get(1))
            : joined(draw.smaller(batch), sizes.get(1), sizes.get(2));
    return trial.in(left).in(right);
  }

  private static Trial gemm(Draw draw) {
    Trial trial = new Trial(draw, "Gemm", draw.opset(9));
    List<Long> sizes = draw.dims(3, 4);
    boolean turnA = draw.chance();
    boolean turnB = draw.chance();
    List<Long> a = List.of(sizes.get(0), sizes.get(1));
    List<Long> b = List.of(sizes.get(1), sizes.get(2));
    trial.in(turnA ? a.reversed() : a).in(turnB ? b.reversed() : b);
    if (trial.opset() < 11 || draw.chance()) {
      trial.in(draw.smaller(List.of(sizes.get(0), sizes.get(2))));
    }
    trial.with("transA", turnA ? 1 : 0).with("transB", turnB ? 1 : 0);
    if (draw.chance()) {
      trial.with(Attribute.of("alpha", draw.between(0.2, 2)));
      trial.with(Attribute.of("beta", draw.between(0.2, 2)));
    }
    return trial;
  }

  private static Trial batch(Draw draw) {
    List<Long> dims = draw.dims(draw.from(2, 5), 3);
    List<Long> channels = List.of(dims.get(1));
    Trial trial = new Trial(draw, "BatchNormalization", draw.opset(9));
    trial.in(dims).in(channels).in(channels).in(channels).in(0.5, 2, channels);
    return draw.chance() ? trial : trial.with(Attribute.of("epsilon", 0.1f));
  }

  private static Trial instance(Draw draw) {
    List<Long> dims = new ArrayList<>(draw.dims(draw.from(3, 5), 3));
    dims.set(2, dims.get(2) + 2);
    List<Long> channels = List.of(dims.get(1));
    Trial trial = new Trial(draw, "InstanceNormalization", draw.opset(9));
    trial.in(dims).in(channels).in(channels);
    return draw.chance() ? trial : trial.with(Attribute.of("epsilon", 0.1f));
  }

  private static Trial layer(Draw draw) {
    List<Long> dims = new ArrayList<>(draw.dims(draw.from(1, 4), 3));
    dims.set(dims.size() - 1, dims.getLast() + 2);
    int axis = draw.from(0, dims.size() - 1);
    List<Long> scale = dims.subList(axis, dims.size());
    Trial trial = new Trial(draw, "LayerNormalization", draw.opset(17)).in(dims).in(scale);
    if (draw.chance()) {
      trial.in(scale);
    }
    return trial.with("axis", draw.chance() ? axis : axis - dims.size());
  }

  private static Trial soft(String operator, Draw draw) {
    Trial trial = new Trial(draw, operator, draw.opset(9));
    List<Long> dims = draw.dims(draw.from(2, 4), 3).stream().map(size -> size + 1).toList();
    int axis = draw.from(0, dims.size() - 1);
    long counted = trial.opset() >= 11 && draw.chance() ? axis - dims.size() : axis;
    trial.in(dims);
    return draw.from(0, 2) == 0 ? trial : trial.with("axis", counted);
  }

  private static final List<Float> SCALES = List.of(1f, 2f, 3f, 1.31f, 0.77f, 0.53f, 2.6f, 1.19f);

  private static Trial resize(Draw draw) {
    Trial trial = new Trial(draw, "Resize", draw.opset(10));
    boolean linear = draw.chance();
    List<Long> dims = draw.dims(linear ? 4 : draw.from(1, 4), 4).stream().map(s -> s + 1).toList();
    float[] scales = new float[dims.size()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = linear && i < 2 ? 1 : draw.pick(SCALES);
    }
    trial.in(linear ? List.of(1L, 2L, dims.get(2), dims.get(3)) : dims);
    trial.with(Attribute.of("mode", linear ? "linear" : "nearest"));
    Tensor byScale = Tensor.ofFloats("scales", List.of((long) scales.length), scales);
    if (trial.opset() < 11) {
      return trial.constant(byScale);
    }
    trial.constant(Tensor.ofFloats("none", List.of(0L)));
    boolean bySize = draw.from(0, 2) == 0;
    if (bySize) {
      List<Long> sizes = Draw.longs(dims.size(), i -> draw.from(1, 7));
      List<Long> image = List.of(1L, 2L, sizes.getLast(), (long) draw.from(1, 7));
      trial
          .constant(Tensor.ofFloats("unscaled", List.of(0L)))
          .integers("sizes", linear ? image : sizes);
    } else {
      trial.constant(byScale);
    }
    return counted(trial, draw, linear);
  }

  private static Trial counted(Trial trial, Draw draw, boolean linear) {
    List<String> ways =
        new ArrayList<>(List.of("half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric"));
    if (trial.opset() >= 19) {
      ways.add("half_pixel_symmetric");
    }
    List<String> nearest = List.of("floor", "ceil", "round_prefer_floor", "round_prefer_ceil");
    if (!linear) {
      trial.with(Attribute.of("nearest_mode", draw.pick(nearest)));
    }
    return trial.with(Attribute.of("coordinate_transformation_mode", draw.pick(ways)));
  }

  /** Only version 9 has it among those that are read, with scales as an input. */
  private static Trial upsample(Draw draw) {
    boolean linear = draw.chance();
    List<Long> dims = draw.dims(4, 4);
    float[] scales = {1, linear ? 1 : 2, draw.pick(List.of(1f, 2f, 3f)), 2};
    return new Trial(draw, "Upsample", 9)
        .in(dims)
        .constant(Tensor.ofFloats("scales", List.of(4L), scales))
        .with(Attribute.of("mode", linear ? "linear" : "nearest"));
  }
}
