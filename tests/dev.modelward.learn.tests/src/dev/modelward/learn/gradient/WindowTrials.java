// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Trials of operators that move a window over images of one to three directions. */
final class WindowTrials {
  private static final List<String> AUTO = List.of("SAME_UPPER", "SAME_LOWER", "VALID");

  private WindowTrials() {}

  static Map<String, Function<Draw, Trial>> all() {
    Map<String, Function<Draw, Trial>> all = new HashMap<>();
    all.put("Conv", draw -> convolution(draw, false));
    all.put("ConvTranspose", draw -> convolution(draw, true));
    all.put("MaxPool", draw -> pool("MaxPool", draw));
    all.put("AveragePool", draw -> pool("AveragePool", draw));
    all.put("GlobalMaxPool", draw -> global("GlobalMaxPool", draw));
    all.put("GlobalAveragePool", draw -> global("GlobalAveragePool", draw));
    return all;
  }

  private static Trial global(String operator, Draw draw) {
    return new Trial(draw, operator, draw.opset(9)).in(draw.dims(draw.from(3, 5), 3));
  }

  private static List<Long> joined(long samples, long channels, List<Long> spatial) {
    List<Long> dims = new ArrayList<>(List.of(samples, channels));
    dims.addAll(spatial);
    return dims;
  }

  /** A kernel with its steps and gaps, and an image that it fits into. */
  private record Frame(List<Long> kernel, List<Long> strides, List<Long> gaps, List<Long> image) {
    static Frame of(Draw draw, boolean gapped) {
      int rank = draw.pick(List.of(1, 2, 2, 2, 3));
      int most = rank == 3 ? 2 : 3;
      List<Long> kernel = draw.dims(rank, most);
      List<Long> gaps = draw.dims(rank, gapped ? 2 : 1);
      int more = rank == 3 ? 1 : 3;
      List<Long> image =
          Draw.longs(rank, i -> (int) ((kernel.get(i) - 1) * gaps.get(i)) + 1 + draw.from(0, more));
      return new Frame(kernel, draw.dims(rank, 3), gaps, image);
    }

    Trial put(Trial trial) {
      trial.with("kernel_shape", kernel).with("strides", strides);
      return gaps.stream().allMatch(gap -> gap == 1) ? trial : trial.with("dilations", gaps);
    }

    /** Whether steps leave gaps, which ONNX Runtime does not fill to keep the size. */
    boolean hasShortKernel() {
      return IntStream.range(0, kernel.size()).anyMatch(i -> kernel.get(i) < strides.get(i));
    }

    /** Room on each side of each direction, always less than the kernel. */
    Trial padded(Trial trial, Draw draw) {
      int rank = kernel.size();
      return trial.with(
          "pads",
          Draw.longs(2 * rank, i -> draw.from(0, (int) Math.min(2, kernel.get(i % rank) - 1))));
    }
  }

  private static Trial convolution(Draw draw, boolean transposed) {
    boolean auto = draw.from(0, 3) == 0;
    Frame frame = Frame.of(draw, !auto);
    int groups = draw.pick(List.of(1, 1, 2, 3));
    int in = groups * draw.from(1, 2);
    int out = groups * draw.from(1, 2);
    List<Long> image = joined(draw.from(1, 2), in, frame.image());
    List<Long> kernel =
        transposed
            ? joined(in, out / groups, frame.kernel())
            : joined(out, in / groups, frame.kernel());
    String operator = transposed ? "ConvTranspose" : "Conv";
    Trial trial = new Trial(draw, operator, draw.opset(9)).in(image).in(kernel);
    frame.put(trial.with("group", groups));
    if (draw.chance()) {
      trial.in(List.of((long) out));
    }
    if (auto) {
      boolean isShort = transposed && frame.hasShortKernel();
      return trial.with(Attribute.of("auto_pad", isShort ? "VALID" : draw.pick(AUTO)));
    }
    if (transposed && draw.chance()) {
      trial.with(
          "output_padding",
          Draw.longs(
              frame.kernel().size(), i -> draw.from(0, frame.strides().get(i).intValue() - 1)));
    }
    return frame.padded(trial, draw);
  }

  private static Trial pool(String operator, Draw draw) {
    int first = draw.chance() ? 9 : operator.equals("MaxPool") ? 10 : 19;
    boolean auto = draw.from(0, 4) == 0;
    Trial trial = new Trial(draw, operator, first == 9 ? draw.from(9, 22) : draw.opset(first));
    Frame frame = Frame.of(draw, first != 9 && !auto);
    frame.put(trial.in(joined(draw.from(1, 2), draw.from(1, 3), frame.image())));
    if (operator.equals("AveragePool")) {
      trial.with("count_include_pad", draw.from(0, 1));
    }
    if (auto) {
      return trial.with(Attribute.of("auto_pad", draw.pick(AUTO)));
    }
    if (trial.opset() >= 10) {
      trial.with("ceil_mode", draw.from(0, 1));
    }
    return draw.chance() ? trial : frame.padded(trial, draw);
  }
}
