// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.AxisProduct;
import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.emit.Windows;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.ElementType;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Operators that choose or blend elements along an axis: each is a matrix, its gradient the turned
 * one.
 */
final class SelectionRules {
  static final Map<String, Rule> ALL =
      Map.of(
          "Slice", SelectionRules::slice,
          "Gather", SelectionRules::gather,
          "Resize", SelectionRules::resize,
          "Upsample", SelectionRules::resize);

  private SelectionRules() {}

  private static void slice(Site site) {
    Term in = site.in(0);
    List<Long> starts = site.integers("starts", 1);
    List<Long> given = site.integers("axes", 3);
    List<Long> axes = given.isEmpty() ? Dims.range(0, starts.size()) : given;
    List<Long> steps = site.has(4) ? site.integers(4) : List.of();
    Term gradient = site.gradient();
    for (int i = 0; i < starts.size(); i++) {
      int axis = in.axis(axes.get(i));
      long step = steps.isEmpty() ? 1 : steps.get(i);
      long start = first(starts.get(i), step, in.size(axis));
      gradient = placed(site, gradient, new Windows.Part(axis, start, gradient.size(axis), step));
    }
    site.give(0, gradient);
  }

  /** The first element of a slice, whose start may be counted from the end or lie outside. */
  private static long first(long start, long step, long size) {
    long counted = start < 0 ? start + size : start;
    return Math.clamp(counted, 0L, step < 0 ? size - 1 : size);
  }

  /** A part put back where it was taken from, along one axis, with zeros around it. */
  private static Term placed(Site site, Term part, Windows.Part from) {
    long size = site.in(0).size(from.axis());
    double[] matrix = new double[(int) (from.count() * size)];
    for (int i = 0; i < from.count(); i++) {
      matrix[(int) (i * size + from.start() + i * from.step())] = 1;
    }
    return from.step() == 1
        ? padded(site, part, from, size)
        : new AxisProduct(site.emit()).apply(part, from.axis(), matrix, size);
  }

  private static Term padded(Site site, Term part, Windows.Part from, long size) {
    List<Long> none = Collections.nCopies(part.rank(), 0L);
    List<Long> before = Dims.with(none, from.axis(), from.start());
    List<Long> after = Dims.with(none, from.axis(), size - from.start() - from.count());
    return new Windows(site.emit()).pad(part, before, after);
  }

  /** Which element was taken is a row of zeros and a one; elements taken twice add up. */
  private static void gather(Site site) {
    Emitter emit = site.emit();
    Term in = site.in(0);
    int axis = in.axis(site.integer("axis", 0));
    Term indices = site.in(1);
    long taken = indices.elements();
    Term chosen = oneHot(emit, emit.reshape(indices, Dims.of(taken)), in, axis);
    long before = Dims.product(in.dims().subList(0, axis));
    long after = Dims.product(in.dims().subList(axis + 1, in.rank()));
    Term gradient = emit.reshape(site.gradient(), Dims.of(before, taken, after));
    Term rows =
        emit.reshape(emit.transpose(gradient, Dims.of(1, 0, 2)), Dims.of(taken, before * after));
    Term sums = emit.matMul(emit.transposeLast(chosen), rows);
    Term split = emit.reshape(sums, Dims.of(in.size(axis), before, after));
    site.give(0, emit.reshape(emit.transpose(split, Dims.of(1, 0, 2)), in.dims()));
  }

  /** ONNX Runtime knows this operator for few types. */
  private static Term oneHot(Emitter emit, Term indices, Term in, int axis) {
    long depth = in.size(axis);
    ElementType type = ElementType.FLOAT32;
    Term integers = emit.cast(indices, ElementType.INT64);
    Term chosen =
        emit.emit(
            "OneHot",
            List.of(integers, emit.integers(List.of(depth)), emit.constant(type, Dims.of(2), 0, 1)),
            new Emitter.Result(type, Dims.of(indices.size(0), depth)),
            Attribute.of("axis", -1));
    return emit.cast(chosen, in.type());
  }

  /** ONNX Runtime copies what keeps all its sizes, whatever the scales say. */
  private static void resize(Site site) {
    Term in = site.in(0);
    if (in.dims().equals(site.out(0).dims())) {
      site.give(0, site.gradient());
      return;
    }
    Interpolation interpolation = Interpolation.of(site);
    Term gradient = site.gradient();
    for (int axis = 0; axis < in.rank(); axis++) {
      long size = in.size(axis);
      if (interpolation.changes(axis, size, gradient.size(axis))) {
        double[] matrix = interpolation.matrix(axis, size, gradient.size(axis));
        gradient = new AxisProduct(site.emit()).apply(gradient, axis, matrix, size);
      }
    }
    site.give(0, gradient);
  }
}
