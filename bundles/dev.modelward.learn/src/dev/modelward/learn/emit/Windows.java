// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.emit;

import dev.modelward.onnx.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes operators that take parts out of a term, or put room around it. */
public final class Windows {
  /** Before this version {@code Slice} has no steps. */
  private static final int FIRST_WITH_STEPS = 10;

  /** Before this version the padding is an attribute. */
  private static final int FIRST_WITH_PAD_INPUT = 11;

  private final Emitter emit;

  public Windows(Emitter emit) {
    this.emit = emit;
  }

  /** One direction of a part: from a start, so many elements, a step apart. */
  public record Part(int axis, long start, long count, long step) {
    /** Where a slice ends; a slice that runs back over the first element ends far before it. */
    public long end() {
      long last = start + (count - 1) * step;
      return step > 0 ? last + 1 : last == 0 ? Integer.MIN_VALUE : last - 1;
    }
  }

  public Term slice(Term a, List<Part> parts) {
    List<Part> real = parts.stream().filter(part -> !isWhole(a, part)).toList();
    if (real.isEmpty()) {
      return a;
    }
    boolean stepped = real.stream().anyMatch(part -> part.step() != 1);
    return emit.opset() < FIRST_WITH_STEPS && stepped ? gather(a, real) : sliced(a, real);
  }

  private static boolean isWhole(Term a, Part part) {
    return part.step() == 1 && part.start() == 0 && part.count() == a.size(part.axis());
  }

  private Term sliced(Term a, List<Part> parts) {
    List<Long> dims = new ArrayList<>(a.dims());
    parts.forEach(part -> dims.set(part.axis(), part.count()));
    Emitter.Result result = new Emitter.Result(a.type(), dims);
    List<Long> axes = parts.stream().map(part -> (long) part.axis()).toList();
    List<Long> starts = parts.stream().map(Part::start).toList();
    List<Long> ends = parts.stream().map(Part::end).toList();
    if (emit.opset() < FIRST_WITH_STEPS) {
      return emit.emit(
          "Slice",
          List.of(a),
          result,
          Attribute.ofInts("axes", axes),
          Attribute.ofInts("starts", starts),
          Attribute.ofInts("ends", ends));
    }
    List<Term> inputs =
        new ArrayList<>(
            List.of(a, emit.integers(starts), emit.integers(ends), emit.integers(axes)));
    if (parts.stream().anyMatch(part -> part.step() != 1)) {
      inputs.add(emit.integers(parts.stream().map(Part::step).toList()));
    }
    return emit.emit("Slice", inputs, result);
  }

  private Term gather(Term a, List<Part> parts) {
    Term part = a;
    for (Part direction : parts) {
      part = gather(part, direction.axis(), indices(direction));
    }
    return part;
  }

  private static List<Long> indices(Part part) {
    return IntStream.range(0, (int) part.count())
        .mapToObj(i -> part.start() + i * part.step())
        .toList();
  }

  /** The elements of some indices along an axis. */
  public Term gather(Term a, int axis, List<Long> indices) {
    return emit.emit(
        "Gather",
        List.of(a, emit.integers(indices)),
        new Emitter.Result(a.type(), Dims.with(a.dims(), axis, indices.size())),
        Attribute.of("axis", axis));
  }

  /** A term in reverse along some axes. */
  public Term flip(Term a, List<Integer> axes) {
    return slice(
        a,
        axes.stream()
            .map(axis -> new Part(axis, a.size(axis) - 1, a.size(axis), -1))
            .filter(part -> part.count() > 1)
            .toList());
  }

  /** A term with zeros before and after it along each axis. */
  public Term pad(Term a, List<Long> before, List<Long> after) {
    return pad(a, before, after, 0);
  }

  /** A term with a number before and after it along each axis. */
  public Term pad(Term a, List<Long> before, List<Long> after, double value) {
    if (before.stream().allMatch(n -> n == 0) && after.stream().allMatch(n -> n == 0)) {
      return a;
    }
    List<Long> dims =
        IntStream.range(0, a.rank())
            .mapToObj(i -> a.size(i) + before.get(i) + after.get(i))
            .toList();
    Emitter.Result result = new Emitter.Result(a.type(), dims);
    List<Long> pads = Dims.joined(before, after);
    return emit.opset() < FIRST_WITH_PAD_INPUT
        ? emit.emit(
            "Pad",
            List.of(a),
            result,
            Attribute.ofInts("pads", pads),
            Attribute.of("value", (float) value))
        : emit.emit("Pad", List.of(a, emit.integers(pads), emit.constant(a.type(), value)), result);
  }
}
