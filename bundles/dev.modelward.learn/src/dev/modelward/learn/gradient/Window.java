// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.emit.Windows;
import dev.modelward.onnx.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a kernel moves over an image: its sizes, the steps, the gaps inside it, the room around. */
record Window(
    List<Long> kernel,
    List<Long> strides,
    List<Long> dilations,
    List<Long> before,
    List<Long> declaredAfter,
    List<Long> in) {

  /** The window of a convolution or pool over an image, given the sizes of both sides. */
  static Window of(Site site, List<Long> kernel, Term image, Term result) {
    int directions = kernel.size();
    List<Long> strides = site.integers("strides", directions, 1);
    List<Long> dilations = site.integers("dilations", directions, 1);
    List<Long> in = image.spatial();
    Window window = new Window(kernel, strides, dilations, List.of(), List.of(), in);
    List<Long> out = result.spatial();
    List<Long> pads = window.pads(site, out);
    List<Long> before = pads.subList(0, directions);
    return new Window(
        kernel, strides, dilations, before, pads.subList(directions, 2 * directions), in);
  }

  /** The room before and after, as declared or as implied by both sides. */
  private List<Long> pads(Site site, List<Long> out) {
    String auto = site.text("auto_pad", "NOTSET");
    return switch (auto) {
      case "SAME_UPPER" -> {
        List<Long> less = directions().map(i -> samePads(i, out) / 2).toList();
        yield Dims.joined(less, directions().map(i -> samePads(i, out) - less.get(i)).toList());
      }
      case "SAME_LOWER" -> {
        List<Long> less = directions().map(i -> samePads(i, out) / 2).toList();
        yield Dims.joined(directions().map(i -> samePads(i, out) - less.get(i)).toList(), less);
      }
      case "VALID" -> Collections.nCopies(2 * kernel.size(), 0L);
      default -> site.integers("pads", 2 * kernel.size(), 0);
    };
  }

  private long samePads(int i, List<Long> out) {
    return Math.max(0, reach(i, out.get(i)) - in.get(i));
  }

  private Stream<Integer> directions() {
    return IntStream.range(0, kernel.size()).boxed();
  }

  /** How many elements some steps of the kernel touch from the first to the last. */
  private long reach(int i, long steps) {
    return (steps - 1) * strides.get(i) + dilations.get(i) * (kernel.get(i) - 1) + 1;
  }

  /** How many steps fit a result. */
  List<Long> after(List<Long> out) {
    return directions().map(i -> reach(i, out.get(i)) - in.get(i) - before.get(i)).toList();
  }

  /** The room that the last step of the kernel needs; what it leaves over needs none. */
  List<Long> roomAfter(List<Long> out) {
    return after(out).stream().map(pad -> Math.max(0, pad)).toList();
  }

  long taps() {
    return Dims.product(kernel);
  }

  boolean isUnitStride() {
    return strides.stream().allMatch(stride -> stride == 1);
  }

  /** The position in the kernel of a tap, counted row by row. */
  List<Long> position(long tap) {
    List<Long> position = new ArrayList<>(kernel);
    long rest = tap;
    for (int i = kernel.size() - 1; i >= 0; i--) {
      position.set(i, rest % kernel.get(i));
      rest /= kernel.get(i);
    }
    return position;
  }

  /** What one tap sees of a padded image, whose first direction is an axis. */
  List<Windows.Part> seenBy(long tap, List<Long> out, int firstAxis) {
    List<Long> position = position(tap);
    return directions()
        .map(i ->
            new Windows.Part(
                firstAxis + i, position.get(i) * dilations.get(i), out.get(i), strides.get(i)))
        .toList();
  }

  /** A row for each place of the image, with a one for each step and tap that sees the place. */
  double[] seen(List<Long> out) {
    int steps = (int) Dims.product(out);
    int columns = steps * (int) taps();
    double[] seen = new double[(int) Dims.product(in) * columns];
    for (int column = 0; column < columns; column++) {
      long place = place(column / taps(), position(column % taps()), out);
      if (place >= 0) {
        seen[(int) place * columns + column] = 1;
      }
    }
    return seen;
  }

  /** The place of the image that a tap of a step sees, or a negative number for the room around. */
  private long place(long step, List<Long> tap, List<Long> out) {
    long place = 0;
    long rest = step;
    long size = 1;
    for (int i = kernel.size() - 1; i >= 0; i--) {
      long at = rest % out.get(i) * strides.get(i) + tap.get(i) * dilations.get(i) - before.get(i);
      if (at < 0 || at >= in.get(i)) {
        return -1;
      }
      place += at * size;
      size *= in.get(i);
      rest /= out.get(i);
    }
    return place;
  }

  /** For each place of a result the share that one element has in its average. */
  double[] shares(List<Long> out, boolean countsPadding) {
    double[] shares = {1};
    for (int i = 0; i < kernel.size(); i++) {
      double[] longer = new double[shares.length * out.get(i).intValue()];
      for (int at = 0; at < longer.length; at++) {
        long place = at % out.get(i);
        longer[at] = shares[at / out.get(i).intValue()] / counted(i, place, countsPadding);
      }
      shares = longer;
    }
    return shares;
  }

  /** How many elements of the image one step of the kernel averages in one direction. */
  private long counted(int i, long place, boolean countsPadding) {
    long start = place * strides.get(i) - before.get(i);
    long last = countsPadding ? in.get(i) + declaredAfter.get(i) : in.get(i);
    long count = 0;
    for (long tap = 0; tap < kernel.get(i); tap++) {
      long at = start + tap * dilations.get(i);
      count += at < last && (countsPadding || at >= 0) ? 1 : 0;
    }
    return count;
  }

  /** The attributes of a transposed convolution that puts results back onto the image. */
  List<Attribute> backAttributes(List<Long> out) {
    List<Long> after = after(out);
    List<Long> extra = after.stream().map(pad -> Math.max(0, -pad)).toList();
    return List.of(
        Attribute.ofInts("kernel_shape", kernel),
        Attribute.ofInts("strides", strides),
        Attribute.ofInts("dilations", dilations),
        Attribute.ofInts("pads", Dims.joined(before, roomAfter(out))),
        Attribute.ofInts("output_padding", extra));
  }
}
