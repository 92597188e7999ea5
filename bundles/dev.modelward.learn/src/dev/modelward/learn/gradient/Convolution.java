// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.emit.Unfolding;
import dev.modelward.learn.emit.Windows;
import dev.modelward.onnx.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the three products of a convolution: forward, back to the image, and to the kernel. */
final class Convolution {
  /**
   * ONNX Runtime convolves image by image, and for a few places reads the kernel more slowly than
   * it multiplies: 512 channels of 2x2 take 26 ms for 64 images by {@code Conv}, 9 as one product.
   */
  private static final long FEW_PLACES = 8;

  /**
   * With up to so many places per sample it is cheaper to lay out what every tap sees than to bring
   * the gradient of a large kernel from a matrix for each tap into its own order.
   */
  private static final long SOME_PLACES = 16;

  private final Emitter emit;
  private final Windows windows;
  private final Window window;
  private final long groups;

  Convolution(Emitter emit, Window window, long groups) {
    this.emit = emit;
    this.windows = new Windows(emit);
    this.window = window;
    this.groups = groups;
  }

  /** An image convolved with a kernel, for a result of known sizes. */
  Term forward(Term image, Term kernel, List<Long> result) {
    List<Long> pads =
        Dims.joined(window.before(), window.roomAfter(result.subList(2, result.size())));
    return conv(image, kernel, result, pads);
  }

  private Term conv(Term image, Term kernel, List<Long> result, List<Long> pads) {
    return emit.emit(
        "Conv",
        List.of(image, kernel),
        new Emitter.Result(image.type(), result),
        Attribute.ofInts("kernel_shape", window.kernel()),
        Attribute.ofInts("strides", window.strides()),
        Attribute.ofInts("dilations", window.dilations()),
        Attribute.ofInts("pads", pads),
        Attribute.of("group", groups));
  }

  /** The gradient of the image. */
  Term back(Term gradient, Term kernel, List<Long> image) {
    if (isUpTo(FEW_PLACES, gradient)) {
      Term rows = byPlace(gradient);
      Term flat = emit.reshape(kernel, Dims.of(kernel.size(0), kernel.elements() / kernel.size(0)));
      return unfolding(gradient).fold(emit.matMul(rows, flat), image);
    }
    List<Long> out = gradient.spatial();
    List<Long> before = new ArrayList<>();
    List<Long> after = new ArrayList<>();
    for (int i = 0; i < out.size(); i++) {
      long room = window.dilations().get(i) * (window.kernel().get(i) - 1);
      before.add(room - window.before().get(i));
      after.add(room - window.after(out).get(i));
    }
    List<Long> pads = Dims.joined(before, after);
    if (window.isUnitStride() && pads.stream().allMatch(pad -> pad >= 0)) {
      return conv(gradient, turned(kernel), image, pads);
    }
    List<Attribute> attributes = new ArrayList<>(window.backAttributes(out));
    attributes.add(Attribute.of("group", groups));
    return emit.emit(
        "ConvTranspose",
        List.of(gradient, kernel),
        new Emitter.Result(gradient.type(), image),
        attributes.toArray(Attribute[]::new));
  }

  private boolean isUpTo(long places, Term gradient) {
    return groups == 1
        && Dims.product(gradient.spatial()) <= places
        && Dims.product(window.in()) <= places;
  }

  private Unfolding unfolding(Term gradient) {
    return new Unfolding(
        emit, window.seen(gradient.spatial()), Dims.product(window.in()), window.taps());
  }

  /** A row of channels for each sample and place. */
  private Term byPlace(Term term) {
    Term last = emit.transpose(term, channelsLast(term.rank()));
    return emit.reshape(last, Dims.of(term.elements() / term.size(1), term.size(1)));
  }

  /** The kernel that leads back: channels swapped in each group, taps in reverse. */
  private Term turned(Term kernel) {
    long out = kernel.size(0) / groups;
    long in = kernel.size(1);
    List<Long> taps = kernel.spatial();
    Term grouped = emit.reshape(kernel, Dims.joined(Dims.of(groups, out, in), taps));
    List<Long> order = new ArrayList<>(Dims.range(0, grouped.rank()));
    Collections.swap(order, 1, 2);
    Term swapped =
        emit.reshape(emit.transpose(grouped, order), Dims.joined(Dims.of(groups * in, out), taps));
    return windows.flip(
        swapped, Dims.range(2, swapped.rank()).stream().map(Long::intValue).toList());
  }

  /** The gradient of the kernel: for each tap, what it saw times the gradient of what it made. */
  Term kernelGradient(Term image, Term gradient, List<Long> kernel) {
    if (isUpTo(SOME_PLACES, gradient)) {
      Term made = madeByPlace(gradient, gradient.elements() / gradient.size(1));
      return emit.reshape(emit.matMul(made, unfolding(gradient).unfold(image)), kernel);
    }
    List<Long> out = gradient.spatial();
    List<Long> none = Dims.of(0, 0);
    Term padded =
        windows.pad(
            image, Dims.joined(none, window.before()), Dims.joined(none, window.roomAfter(out)));
    boolean depthwise = kernel.get(1) == 1 && kernel.get(0) == groups;
    Term taps = depthwise ? depthwiseTaps(padded, gradient) : taps(padded, gradient);
    List<Long> tapsLast = new ArrayList<>(Dims.range(1, taps.rank()));
    tapsLast.add(0L);
    return emit.reshape(emit.transpose(taps, tapsLast), kernel);
  }

  /** For each tap and channel the sum over all places; sizes taps, channels. */
  private Term depthwiseTaps(Term padded, Term gradient) {
    List<Long> axes = new ArrayList<>(Dims.range(0, gradient.rank()));
    axes.remove(1);
    List<Term> taps = new ArrayList<>();
    for (long tap = 0; tap < window.taps(); tap++) {
      Term seen = windows.slice(padded, window.seenBy(tap, gradient.spatial(), 2));
      Term sums = emit.reduceSum(emit.mul(seen, gradient), axes, false);
      taps.add(emit.reshape(sums, Dims.of(1, gradient.size(1))));
    }
    return emit.concat(taps, 0);
  }

  /** For each tap a product of matrices; sizes taps, groups, channels out, channels in. */
  private Term taps(Term padded, Term gradient) {
    long places = gradient.elements() / gradient.size(1);
    Term channelsLast = emit.transpose(padded, channelsLast(padded.rank()));
    Term made = madeByPlace(gradient, places);
    List<Term> taps = new ArrayList<>();
    for (long tap = 0; tap < window.taps(); tap++) {
      Term seen = windows.slice(channelsLast, window.seenBy(tap, gradient.spatial(), 1));
      taps.add(emit.matMul(made, seenByPlace(seen, places)));
    }
    Term first = taps.get(0);
    List<Long> one = Dims.joined(Dims.of(1), first.dims());
    return emit.concat(taps.stream().map(tap -> emit.reshape(tap, one)).toList(), 0);
  }

  private static List<Long> channelsLast(int rank) {
    return Dims.joined(Dims.joined(Dims.of(0), Dims.range(2, rank)), Dims.of(1));
  }

  /** The gradient as groups, channels, places; without the groups where there is one. */
  private Term madeByPlace(Term gradient, long places) {
    List<Long> order = Dims.joined(Dims.of(1, 0), Dims.range(2, gradient.rank()));
    Term made = emit.transpose(gradient, order);
    long channels = gradient.size(1);
    return emit.reshape(
        made, groups == 1 ? Dims.of(channels, places) : Dims.of(groups, channels / groups, places));
  }

  /** What was seen as groups, places, channels; without the groups where there is one. */
  private Term seenByPlace(Term seen, long places) {
    long channels = seen.size(seen.rank() - 1);
    if (groups == 1) {
      return emit.reshape(seen, Dims.of(places, channels));
    }
    Term grouped = emit.reshape(seen, Dims.of(places, groups, channels / groups));
    return emit.transpose(grouped, Dims.of(1, 0, 2));
  }
}
