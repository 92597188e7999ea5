// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Arrays;
import java.util.Map;

/** Products of matrices. */
final class Products {
  static final Map<String, Operator> ALL =
      Map.of("MatMul", Operator.one(Products::matMul), "Gemm", Operator.one(Products::gemm));

  private Products() {}

  private static Grid matMul(Call call) {
    Grid a = call.in(0);
    Grid b = call.in(1);
    Grid left = a.rank() == 1 ? a.reshaped(1, a.size(0)) : a;
    Grid right = b.rank() == 1 ? b.reshaped(b.size(0), 1) : b;
    int[] batch = Grid.together(outer(left), outer(right));
    int[] sizes = Arrays.copyOf(batch, batch.length + 2);
    sizes[batch.length] = left.size(left.rank() - 2);
    sizes[batch.length + 1] = right.size(right.rank() - 1);
    Grid result = Grid.zeros(sizes);
    int inner = left.size(left.rank() - 1);
    for (int[] place : result.places()) {
      int row = place[batch.length];
      int column = place[batch.length + 1];
      for (int k = 0; k < inner; k++) {
        place[batch.length] = row;
        place[batch.length + 1] = k;
        double factor = left.repeatedAt(limited(place, left));
        place[batch.length] = k;
        place[batch.length + 1] = column;
        double other = right.repeatedAt(limited(place, right));
        place[batch.length] = row;
        result.add(factor * other, place);
      }
    }
    return squeezed(result, a.rank() == 1, b.rank() == 1);
  }

  private static int[] outer(Grid grid) {
    return Arrays.copyOf(grid.sizes(), grid.rank() - 2);
  }

  /** The end of a place, for a grid of fewer directions. */
  private static int[] limited(int[] place, Grid grid) {
    return Arrays.copyOfRange(place, place.length - grid.rank(), place.length);
  }

  private static Grid squeezed(Grid product, boolean row, boolean column) {
    int[] outer = outer(product);
    int[] sizes = Arrays.copyOf(outer, product.rank() - (row ? 1 : 0) - (column ? 1 : 0));
    int at = outer.length;
    if (!row) {
      sizes[at++] = product.size(outer.length);
    }
    if (!column) {
      sizes[at] = product.size(outer.length + 1);
    }
    return product.reshaped(sizes);
  }

  private static Grid gemm(Call call) {
    Grid a = turned(call.in(0), call.integer("transA", 0) == 1);
    Grid b = turned(call.in(1), call.integer("transB", 0) == 1);
    Grid product = Grid.zeros(a.size(0), b.size(1));
    for (int[] place : product.places()) {
      double sum = 0;
      for (int k = 0; k < a.size(1); k++) {
        sum += a.at(place[0], k) * b.at(k, place[1]);
      }
      product.set(call.number("alpha", 1) * sum, place);
    }
    Grid rest = call.in(2, 0).map(x -> call.number("beta", 1) * x);
    return product.with(rest, Double::sum);
  }

  private static Grid turned(Grid matrix, boolean turn) {
    if (!turn) {
      return matrix;
    }
    Grid turned = Grid.zeros(matrix.size(1), matrix.size(0));
    for (int[] place : turned.places()) {
      turned.set(matrix.at(place[1], place[0]), place);
    }
    return turned;
  }
}
