// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** What becomes of all numbers along some axes. */
final class Reductions {
  static final Map<String, Operator> ALL =
      Map.ofEntries(
          entry("ReduceSum", Reductions::sum),
          entry("ReduceMean", Reductions::mean),
          entry("ReduceMax", Reductions::max),
          entry("ReduceMin", (grid, axes) -> max(grid.map(x -> -x), axes).map(x -> -x)),
          entry("ReduceL1", (grid, axes) -> sum(grid.map(Math::abs), axes)),
          entry("ReduceL2", (grid, axes) -> sum(grid.map(x -> x * x), axes).map(Math::sqrt)),
          entry("ReduceSumSquare", (grid, axes) -> sum(grid.map(x -> x * x), axes)),
          entry("ReduceLogSum", (grid, axes) -> sum(grid, axes).map(Math::log)),
          entry("ReduceLogSumExp", (grid, axes) -> sum(grid.map(Math::exp), axes).map(Math::log)));

  private Reductions() {}

  /** The same sizes, with one along the axes that are gone. */
  private static Grid kept(Grid grid, double start, int... axes) {
    int[] sizes = grid.sizes();
    for (int axis : axes) {
      sizes[axis] = 1;
    }
    return Grid.zeros(sizes).map(x -> start);
  }

  private static int[] place(int[] place, int... axes) {
    int[] kept = place.clone();
    for (int axis : axes) {
      kept[axis] = 0;
    }
    return kept;
  }

  static Grid sum(Grid grid, int... axes) {
    Grid sums = kept(grid, 0, axes);
    for (int[] place : grid.places()) {
      sums.add(grid.at(place), place(place, axes));
    }
    return sums;
  }

  static Grid mean(Grid grid, int... axes) {
    Grid sums = sum(grid, axes);
    double count = (double) grid.values().length / sums.values().length;
    return sums.map(x -> x / count);
  }

  static Grid max(Grid grid, int... axes) {
    Grid largest = kept(grid, Double.NEGATIVE_INFINITY, axes);
    for (int[] place : grid.places()) {
      int[] to = place(place, axes);
      largest.set(Math.max(largest.at(to), grid.at(place)), to);
    }
    return largest;
  }

  private static Map.Entry<String, Operator> entry(
      String name, BiFunction<Grid, int[], Grid> function) {
    return Map.entry(name, Operator.one(call -> reduced(call, function)));
  }

  private static Grid reduced(Call call, BiFunction<Grid, int[], Grid> function) {
    Grid in = call.in(0);
    int[] given = call.integers("axes", 1);
    boolean all = given.length == 0 && call.integer("noop_with_empty_axes", 0) == 0;
    int[] axes =
        all
            ? IntStream.range(0, in.rank()).toArray()
            : Arrays.stream(given).map(in::axis).toArray();
    Grid result = function.apply(in, axes);
    if (call.integer("keepdims", 1) == 1) {
      return result;
    }
    List<Integer> gone = Arrays.stream(axes).boxed().toList();
    int[] rest = IntStream.range(0, in.rank()).filter(axis -> !gone.contains(axis)).toArray();
    return result.reshaped(Arrays.stream(rest).map(in::size).toArray());
  }
}
