// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the product of a term and a constant matrix along one axis. */
public final class AxisProduct {
  private final Emitter emit;

  public AxisProduct(Emitter emit) {
    this.emit = emit;
  }

  /** A matrix, row by row, with a row for each element of the axis and so many columns. */
  public Term apply(Term term, int axis, double[] matrix, long columns) {
    List<Long> order = new ArrayList<>(Dims.range(0, term.rank()));
    Collections.swap(order, axis, term.rank() - 1);
    Term last = emit.transpose(term, order);
    long rows = term.size(axis);
    Term flat = emit.reshape(last, Dims.of(term.elements() / rows, rows));
    Term constant = emit.constant(term.type(), Dims.of(rows, columns), matrix);
    Term product = emit.matMul(flat, constant);
    List<Long> dims = Dims.with(last.dims(), term.rank() - 1, columns);
    return emit.transpose(emit.reshape(product, dims), order);
  }
}
