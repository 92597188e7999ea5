// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Operators that give numbers another form, and those that make numbers of forms. */
final class Forms {
  static final Map<String, Operator> ALL =
      Map.ofEntries(
          Map.entry("Reshape", Operator.one(Forms::reshape)),
          Map.entry("Flatten", Operator.one(Forms::flatten)),
          Map.entry("Squeeze", Operator.one(Forms::squeeze)),
          Map.entry("Unsqueeze", Operator.one(Forms::unsqueeze)),
          Map.entry("Transpose", Operator.one(Forms::transpose)),
          Map.entry("Expand", Operator.one(Forms::expand)),
          Map.entry("Cast", Operator.each(call -> cast(type(call)))),
          Map.entry("Dropout", call -> List.of(call.in(0), call.in(0).map(x -> 1))),
          Map.entry("Constant", Operator.one(Forms::constant)),
          Map.entry("ConstantOfShape", Operator.one(Forms::constantOfShape)),
          Map.entry("Shape", Operator.one(Forms::shape)));

  private Forms() {}

  private static Grid reshape(Call call) {
    Grid in = call.in(0);
    int[] sizes = call.in(1).integers();
    int known = 1;
    for (int axis = 0; axis < sizes.length; axis++) {
      sizes[axis] = sizes[axis] == 0 ? in.size(axis) : sizes[axis];
      known *= sizes[axis] == -1 ? 1 : sizes[axis];
    }
    int rest = in.values().length / Math.max(1, known);
    return in.reshaped(Arrays.stream(sizes).map(size -> size == -1 ? rest : size).toArray());
  }

  private static Grid flatten(Call call) {
    Grid in = call.in(0);
    int rows = Grid.count(Arrays.copyOf(in.sizes(), in.axis(call.integer("axis", 1))));
    return in.reshaped(rows, in.values().length / Math.max(1, rows));
  }

  private static Grid squeeze(Call call) {
    Grid in = call.in(0);
    List<Integer> axes = Arrays.stream(call.integers("axes", 1)).map(in::axis).boxed().toList();
    return in.reshaped(
        IntStream.range(0, in.rank())
            .filter(axis -> axes.isEmpty() ? in.size(axis) != 1 : !axes.contains(axis))
            .map(in::size)
            .toArray());
  }

  private static Grid unsqueeze(Call call) {
    Grid in = call.in(0);
    int[] given = call.integers("axes", 1);
    int rank = in.rank() + given.length;
    List<Integer> axes =
        Arrays.stream(given).map(axis -> axis < 0 ? axis + rank : axis).boxed().toList();
    int[] sizes = new int[rank];
    int from = 0;
    for (int axis = 0; axis < rank; axis++) {
      sizes[axis] = axes.contains(axis) ? 1 : in.size(from++);
    }
    return in.reshaped(sizes);
  }

  private static Grid transpose(Call call) {
    Grid in = call.in(0);
    int[] reversed = IntStream.range(0, in.rank()).map(axis -> in.rank() - 1 - axis).toArray();
    int[] order = call.says("perm") ? call.integers("perm", 0, 0) : reversed;
    Grid result = Grid.zeros(Arrays.stream(order).map(in::size).toArray());
    for (int[] place : result.places()) {
      int[] from = new int[place.length];
      for (int axis = 0; axis < place.length; axis++) {
        from[order[axis]] = place[axis];
      }
      result.set(in.at(from), place);
    }
    return result;
  }

  private static Grid expand(Call call) {
    return call.in(0).with(Grid.zeros(call.in(1).integers()), Double::sum);
  }

  private static ElementType type(Call call) {
    return ElementType.of(call.integer("to", 1)).orElseThrow();
  }

  private static DoubleUnaryOperator cast(ElementType type) {
    if (type == ElementType.BOOL) {
      return x -> x == 0 ? 0 : 1;
    }
    return type.isFloating() ? x -> x : x -> (long) x;
  }

  private static Grid constant(Call call) {
    Optional<AttributeValue> value = call.node().attribute("value");
    if (value.isPresent()) {
      return grid(((AttributeValue.OfTensor) value.get()).value());
    }
    if (call.says("value_ints")) {
      int[] integers = call.integers("value_ints", 0, 0);
      return Grid.of(
          new int[] {integers.length}, Arrays.stream(integers).asDoubleStream().toArray());
    }
    double number =
        call.says("value_int") ? call.integer("value_int", 0) : call.number("value_float", 0);
    return Grid.of(List.of(), number);
  }

  private static Grid grid(Tensor tensor) {
    try {
      return Evaluator.grid(tensor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Grid constantOfShape(Call call) {
    double value = call.says("value") ? constant(call).values()[0] : 0;
    return Grid.zeros(call.in(0).integers()).map(x -> value);
  }

  private static Grid shape(Call call) {
    List<Double> sizes = new ArrayList<>();
    Arrays.stream(call.in(0).sizes()).forEach(size -> sizes.add((double) size));
    double[] values = sizes.stream().mapToDouble(Double::doubleValue).toArray();
    return Grid.of(new int[] {values.length}, values);
  }
}
