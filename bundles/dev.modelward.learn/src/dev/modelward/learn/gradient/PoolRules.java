// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.emit.Windows;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Pools. Where several elements are the largest, they share the gradient. */
final class PoolRules {
  static final Map<String, Rule> ALL =
      Map.of(
          "MaxPool", PoolRules::maxPool,
          "AveragePool", PoolRules::averagePool,
          "GlobalAveragePool", PoolRules::globalAveragePool,
          "GlobalMaxPool", PoolRules::globalMaxPool);

  private PoolRules() {}

  private static Window window(Site site) {
    return Window.of(site, site.integers("kernel_shape"), site.in(0), site.out(0));
  }

  /** Whether every element belongs to exactly one step of the kernel. */
  private static boolean isTiled(Window window, List<Long> out) {
    return window.strides().equals(window.kernel())
        && window.dilations().stream().allMatch(gap -> gap == 1)
        && window.before().stream().allMatch(pad -> pad == 0)
        && window.after(out).stream().allMatch(pad -> pad == 0);
  }

  /** An image with each direction split into tiles and the places inside a tile. */
  private static List<Long> tiled(Term result, List<Long> inside) {
    List<Long> dims = new ArrayList<>(result.dims().subList(0, 2));
    for (int i = 0; i < inside.size(); i++) {
      dims.add(result.size(2 + i));
      dims.add(inside.get(i));
    }
    return dims;
  }

  private static void maxPool(Site site) {
    Window window = window(site);
    Term gradient = site.gradient();
    boolean tiled = isTiled(window, gradient.spatial());
    if (tiled && gradient.type() == ElementType.FLOAT32) {
      site.give(0, unpooled(site, window));
    } else if (tiled) {
      site.give(0, maxOfTiles(site, window));
    } else {
      site.give(0, maxOfWindows(site, window));
    }
  }

  /**
   * Puts the gradient where the first largest element of each tile was: 3 times as fast as
   * comparing the elements with their maximum, which makes a pass of a few numbers at a time.
   */
  private static Term unpooled(Site site, Window window) {
    Emitter emit = site.emit();
    Term out = site.out(0);
    Attribute kernel = Attribute.ofInts("kernel_shape", window.kernel());
    Attribute strides = Attribute.ofInts("strides", window.strides());
    Emitter.Result places = new Emitter.Result(ElementType.INT64, out.dims());
    Term largest = emit.second("MaxPool", site.in(0), places, kernel, strides);
    Term image = site.in(0);
    return emit.emit(
        "MaxUnpool",
        List.of(site.gradient(), largest),
        new Emitter.Result(image.type(), image.dims()),
        kernel,
        strides);
  }

  private static Term maxOfTiles(Site site, Window window) {
    Emitter emit = site.emit();
    Term out = site.out(0);
    List<Long> one = tiled(out, Collections.nCopies(window.kernel().size(), 1L));
    Term image = emit.reshape(site.in(0), tiled(out, window.kernel()));
    Term isLargest = emit.equal(image, emit.reshape(out, one));
    Term given = emit.reshape(site.gradient(), one);
    Term shared = emit.div(given, count(emit, isLargest, image));
    return emit.reshape(emit.onlyWhere(isLargest, shared), site.in(0).dims());
  }

  /** How many elements of each tile are the largest. */
  private static Term count(Emitter emit, Term isLargest, Term image) {
    List<Long> axes = new ArrayList<>();
    for (long axis = 3; axis < image.rank(); axis += 2) {
      axes.add(axis);
    }
    return emit.reduceSum(emit.cast(isLargest, image.type()), axes, true);
  }

  private static Term maxOfWindows(Site site, Window window) {
    Emitter emit = site.emit();
    Term out = site.out(0);
    List<Term> chosen = new ArrayList<>();
    Term padded = padded(site, window);
    for (long tap = 0; tap < window.taps(); tap++) {
      Term seen = new Windows(emit).slice(padded, window.seenBy(tap, out.spatial(), 2));
      chosen.add(emit.cast(emit.equal(seen, out), out.type()));
    }
    Term shared = emit.div(site.gradient(), chosen.stream().reduce(emit::add).orElseThrow());
    List<Term> parts = chosen.stream().map(share -> emit.mul(share, shared)).toList();
    return spread(site, window, parts);
  }

  /** The image with room around it that is never the largest. */
  private static Term padded(Site site, Window window) {
    Term image = site.in(0);
    List<Long> none = Dims.of(0, 0);
    List<Long> after = window.roomAfter(site.out(0).spatial());
    double lowest = image.type() == ElementType.FLOAT16 ? -65504 : -Float.MAX_VALUE;
    return new Windows(site.emit())
        .pad(image, Dims.joined(none, window.before()), Dims.joined(none, after), lowest);
  }

  /** Puts one part for each tap, or one for all, back onto the image and adds up. */
  private static Term spread(Site site, Window window, List<Term> parts) {
    Emitter emit = site.emit();
    Term image = site.in(0);
    long channels = image.size(1);
    List<Long> out = site.out(0).spatial();
    int count = parts.size();
    List<Long> single = Dims.joined(Dims.of(image.size(0), channels, 1), out);
    Term stacked = emit.concat(parts.stream().map(part -> emit.reshape(part, single)).toList(), 2);
    List<Long> merged = Dims.joined(Dims.of(image.size(0), channels * count), out);
    List<Attribute> attributes = new ArrayList<>(window.backAttributes(out));
    attributes.add(Attribute.of("group", channels));
    return emit.emit(
        "ConvTranspose",
        List.of(emit.reshape(stacked, merged), taps(emit, window, image, count)),
        new Emitter.Result(image.type(), image.dims()),
        attributes.toArray(Attribute[]::new));
  }

  /** A kernel that puts part i at tap i, or one part at all taps. */
  private static Term taps(Emitter emit, Window window, Term image, int parts) {
    int taps = (int) window.taps();
    double[] values = new double[(int) image.size(1) * parts * taps];
    for (int row = 0; row < image.size(1) * parts; row++) {
      if (parts == 1) {
        Arrays.fill(values, row * taps, (row + 1) * taps, 1);
      } else {
        values[row * taps + row % parts] = 1;
      }
    }
    List<Long> dims = Dims.joined(Dims.of(image.size(1) * parts, 1), window.kernel());
    return emit.constant(image.type(), dims, values);
  }

  private static void averagePool(Site site) {
    Emitter emit = site.emit();
    Window window = window(site);
    Term gradient = site.gradient();
    List<Long> out = gradient.spatial();
    if (isTiled(window, out)) {
      List<Long> one = tiled(gradient, Collections.nCopies(out.size(), 1L));
      Term share = emit.mul(emit.reshape(gradient, one), 1.0 / window.taps());
      Term tiles = emit.expand(share, tiled(gradient, window.kernel()));
      site.give(0, emit.reshape(tiles, site.in(0).dims()));
      return;
    }
    double[] shares = window.shares(out, site.integer("count_include_pad", 0) == 1);
    List<Long> dims = Dims.joined(Dims.of(1, 1), out);
    Term share = emit.mul(gradient, emit.constant(gradient.type(), dims, shares));
    site.give(0, spread(site, window, List.of(share)));
  }

  private static void globalAveragePool(Site site) {
    Emitter emit = site.emit();
    double share = 1.0 / Dims.product(site.in(0).spatial());
    site.give(0, emit.expand(emit.mul(site.gradient(), share), site.in(0).dims()));
  }

  private static void globalMaxPool(Site site) {
    Emitter emit = site.emit();
    Term image = site.in(0);
    Term isLargest = emit.equal(image, site.out(0));
    Term count =
        emit.reduceSum(emit.cast(isLargest, image.type()), Dims.range(2, image.rank()), true);
    site.give(0, emit.onlyWhere(isLargest, emit.div(site.gradient(), count)));
  }
}
