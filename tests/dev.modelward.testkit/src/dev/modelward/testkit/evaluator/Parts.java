// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Operators that take parts out of grids, or put grids together. */
final class Parts {
  static final Map<String, Operator> ALL =
      Map.of(
          "Concat", Operator.one(Parts::concat),
          "Split", Parts::split,
          "Slice", Operator.one(Parts::slice),
          "Gather", Operator.one(Parts::gather),
          "Pad", Operator.one(Parts::pad),
          "DepthToSpace", Operator.one(Parts::depthToSpace));

  private Parts() {}

  private static Grid concat(Call call) {
    int axis = call.in(0).axis(call.integer("axis", 1));
    int[] sizes = call.in(0).sizes();
    sizes[axis] = call.all().stream().mapToInt(part -> part.size(axis)).sum();
    Grid result = Grid.zeros(sizes);
    int start = 0;
    for (Grid part : call.all()) {
      for (int[] place : part.places()) {
        int[] to = place.clone();
        to[axis] += start;
        result.set(part.at(place), to);
      }
      start += part.size(axis);
    }
    return result;
  }

  private static List<Grid> split(Call call) {
    Grid in = call.in(0);
    int axis = in.axis(call.integer("axis", 0));
    int parts = call.node().outputs().size();
    int[] given = call.integers("split", 1);
    int each = Math.ceilDiv(in.size(axis), parts);
    List<Grid> results = new ArrayList<>();
    int start = 0;
    for (int part = 0; part < parts; part++) {
      int size = given.length == 0 ? Math.min(each, in.size(axis) - start) : given[part];
      results.add(taken(in, axis, IntStream.range(start, start + size).toArray()));
      start += size;
    }
    return results;
  }

  /** What stands at some indices of an axis. */
  private static Grid taken(Grid in, int axis, int... indices) {
    int[] sizes = in.sizes();
    sizes[axis] = indices.length;
    Grid result = Grid.zeros(sizes);
    for (int[] place : result.places()) {
      int[] from = place.clone();
      from[axis] = indices[place[axis]];
      result.set(in.at(from), place);
    }
    return result;
  }

  private static Grid slice(Call call) {
    int[] starts = call.integers("starts", 1);
    int[] ends = call.integers("ends", 2);
    int[] given = call.integers("axes", 3);
    int[] axes = given.length == 0 ? IntStream.range(0, starts.length).toArray() : given;
    int[] steps = call.has(4) ? call.in(4).integers() : new int[0];
    Grid result = call.in(0);
    for (int i = 0; i < starts.length; i++) {
      int axis = result.axis(axes[i]);
      int step = steps.length == 0 ? 1 : steps[i];
      result = taken(result, axis, indices(result.size(axis), starts[i], ends[i], step));
    }
    return result;
  }

  private static int[] indices(int size, int start, int end, int step) {
    List<Integer> indices = new ArrayList<>();
    int first = start < 0 ? start + size : start;
    int last = end < 0 ? end + size : end;
    first = step > 0 ? Math.clamp(first, 0, size) : Math.clamp(first, 0, size - 1);
    last = step > 0 ? Math.clamp(last, 0, size) : Math.clamp(last, -1, size - 1);
    for (int at = first; step > 0 ? at < last : at > last; at += step) {
      indices.add(at);
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Grid gather(Call call) {
    Grid in = call.in(0);
    Grid indices = call.in(1);
    int axis = in.axis(call.integer("axis", 0));
    int[] chosen =
        Arrays.stream(indices.integers()).map(i -> i < 0 ? i + in.size(axis) : i).toArray();
    int[] before = Arrays.copyOf(in.sizes(), axis);
    int[] after = Arrays.copyOfRange(in.sizes(), axis + 1, in.rank());
    int[] sizes =
        IntStream.concat(
                IntStream.concat(Arrays.stream(before), Arrays.stream(indices.sizes())),
                Arrays.stream(after))
            .toArray();
    return taken(in, axis, chosen).reshaped(sizes);
  }

  /** Constant padding; what lies outside of negative padding is cut off. */
  private static Grid pad(Call call) {
    Grid in = call.in(0);
    int[] pads = call.integers("pads", 1);
    int[] axes = call.has(3) ? call.in(3).integers() : Norms.range(0, in.rank());
    int[] sizes = in.sizes();
    int[] before = new int[in.rank()];
    for (int i = 0; i < axes.length; i++) {
      int axis = in.axis(axes[i]);
      before[axis] = pads[i];
      sizes[axis] += pads[i] + pads[axes.length + i];
    }
    double value = call.in(2, call.number("value", 0)).values()[0];
    Grid result = Grid.zeros(sizes);
    for (int[] place : result.places()) {
      int[] from = place.clone();
      Arrays.setAll(from, axis -> place[axis] - before[axis]);
      result.set(Steps.flat(from, in.sizes()) < 0 ? value : in.at(from), place);
    }
    return result;
  }

  private static Grid depthToSpace(Call call) {
    Grid in = call.in(0);
    int block = call.integer("blocksize", 1);
    int channels = in.size(1) / (block * block);
    boolean columns = "CRD".equals(call.text("mode", "DCR"));
    Grid result = Grid.zeros(in.size(0), channels, in.size(2) * block, in.size(3) * block);
    for (int[] place : result.places()) {
      int tap = place[2] % block * block + place[3] % block;
      int from = columns ? place[1] * block * block + tap : tap * channels + place[1];
      result.set(in.at(place[0], from, place[2] / block, place[3] / block), place);
    }
    return result;
  }
}
