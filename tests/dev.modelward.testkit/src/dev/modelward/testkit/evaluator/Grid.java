// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Numbers in some directions; integers and truth values are numbers too. */
public final class Grid {
  private final int[] dims;
  private final double[] values;

  private Grid(int[] dims, double[] values) {
    int count = count(dims);
    if (count != values.length) {
      throw new IllegalArgumentException(
          "expected %d numbers for %s, found %d"
              .formatted(count, Arrays.toString(dims), values.length));
    }
    this.dims = dims;
    this.values = values;
  }

  /** A grid over an array, which it keeps. */
  public static Grid of(List<Long> dims, double... values) {
    return new Grid(dims.stream().mapToInt(Math::toIntExact).toArray(), values);
  }

  static Grid of(int[] dims, double... values) {
    return new Grid(dims.clone(), values);
  }

  static Grid zeros(int... dims) {
    return new Grid(dims.clone(), new double[count(dims)]);
  }

  static int count(int... dims) {
    return Arrays.stream(dims).reduce(1, Math::multiplyExact);
  }

  /** Every place of a grid of some sizes, row by row. */
  static List<int[]> places(int... dims) {
    List<int[]> places = new ArrayList<>();
    for (int flat = 0; flat < count(dims); flat++) {
      int[] place = new int[dims.length];
      int rest = flat;
      for (int axis = dims.length - 1; axis >= 0; axis--) {
        place[axis] = rest % dims[axis];
        rest /= dims[axis];
      }
      places.add(place);
    }
    return places;
  }

  List<int[]> places() {
    return places(dims);
  }

  /** The size in each direction. */
  public List<Long> dims() {
    return Arrays.stream(dims).mapToObj(Long::valueOf).toList();
  }

  int[] sizes() {
    return dims.clone();
  }

  int rank() {
    return dims.length;
  }

  int size(int axis) {
    return dims[axis];
  }

  /** The numbers themselves, row by row. */
  public double[] values() {
    return values;
  }

  int[] integers() {
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  /** An axis that may be counted from the end, counted from the start. */
  int axis(long axis) {
    return (int) (axis < 0 ? axis + rank() : axis);
  }

  private int flat(int... place) {
    int flat = 0;
    for (int axis = 0; axis < dims.length; axis++) {
      if (place[axis] < 0 || place[axis] >= dims[axis]) {
        throw new IndexOutOfBoundsException(Arrays.toString(place));
      }
      flat = flat * dims[axis] + place[axis];
    }
    return flat;
  }

  double at(int... place) {
    return values[flat(place)];
  }

  void set(double value, int... place) {
    values[flat(place)] = value;
  }

  void add(double value, int... place) {
    values[flat(place)] += value;
  }

  /** The number that stands at a place of a larger grid when this one is repeated. */
  double repeatedAt(int... place) {
    int[] own = new int[dims.length];
    for (int axis = 0; axis < dims.length; axis++) {
      own[axis] = dims[axis] == 1 ? 0 : place[place.length - dims.length + axis];
    }
    return at(own);
  }

  Grid reshaped(int... sizes) {
    return new Grid(sizes.clone(), values);
  }

  Grid map(DoubleUnaryOperator function) {
    return new Grid(dims, Arrays.stream(values).map(function).toArray());
  }

  /** Both grids repeated to the same sizes, and joined number by number. */
  Grid with(Grid other, DoubleBinaryOperator function) {
    Grid result = zeros(together(dims, other.dims));
    int flat = 0;
    for (int[] place : result.places()) {
      result.values[flat++] = function.applyAsDouble(repeatedAt(place), other.repeatedAt(place));
    }
    return result;
  }

  static int[] together(int[] left, int[] right) {
    int rank = Math.max(left.length, right.length);
    int[] together = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int a = axis < rank - left.length ? 1 : left[axis - rank + left.length];
      int b = axis < rank - right.length ? 1 : right[axis - rank + right.length];
      together[axis] = a == 1 ? b : a;
    }
    return together;
  }

  @Override
  public String toString() {
    return "grid " + Arrays.toString(dims);
  }
}
