// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.onnx.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products of matrices. */
final class LinearRules {
  static final Map<String, Rule> ALL =
      Map.of("MatMul", LinearRules::matMul, "Gemm", LinearRules::gemm);

  private LinearRules() {}

  private static void matMul(Site site) {
    Emitter emit = site.emit();
    Term a = asMatrix(emit, site.in(0), 0);
    Term b = asMatrix(emit, site.in(1), 1);
    Term gradient = emit.reshape(site.gradient(), productDims(a, b));
    if (site.wants(0)) {
      Term product = emit.matMul(gradient, emit.transposeLast(b));
      site.give(0, emit.reshape(emit.sumTo(product, a.dims()), site.in(0).dims()));
    }
    if (site.wants(1)) {
      site.give(1, emit.reshape(rightGradient(emit, a, b, gradient), site.in(1).dims()));
    }
  }

  /** A vector on the left is a row, on the right a column. */
  private static Term asMatrix(Emitter emit, Term term, int vectorAxis) {
    if (term.rank() > 1) {
      return term;
    }
    List<Long> dims = new ArrayList<>(term.dims());
    dims.add(vectorAxis, 1L);
    return emit.reshape(term, dims);
  }

  private static List<Long> productDims(Term a, Term b) {
    List<Long> batch =
        Dims.broadcast(a.dims().subList(0, a.rank() - 2), b.dims().subList(0, b.rank() - 2));
    return Dims.joined(batch, Dims.of(a.size(a.rank() - 2), b.size(b.rank() - 1)));
  }

  /** One weight matrix for many rows needs one product, not one for each batch and a sum. */
  private static Term rightGradient(Emitter emit, Term a, Term b, Term gradient) {
    if (b.rank() > 2) {
      return emit.sumTo(emit.matMul(emit.transposeLast(a), gradient), b.dims());
    }
    long rows = gradient.elements() / Math.max(1, b.size(1));
    Term left = emit.reshape(a, Dims.of(rows, b.size(0)));
    Term right = emit.reshape(gradient, Dims.of(rows, b.size(1)));
    return product(emit, new Factor(left, 1), new Factor(right, 0));
  }

  /** A matrix in a product, as it is or turned. */
  private record Factor(Term matrix, long turned) {
    long rows() {
      return matrix.size(turned == 0 ? 0 : 1);
    }

    long columns() {
      return matrix.size(turned == 0 ? 1 : 0);
    }
  }

  private static Term product(Emitter emit, Factor a, Factor b) {
    return emit.emit(
        "Gemm",
        List.of(a.matrix(), b.matrix(), emit.constant(a.matrix().type(), 0)),
        new Emitter.Result(a.matrix().type(), Dims.of(a.rows(), b.columns())),
        Attribute.of("transA", a.turned()),
        Attribute.of("transB", b.turned()));
  }

  private static void gemm(Site site) {
    Emitter emit = site.emit();
    long turnedA = site.integer("transA", 0);
    long turnedB = site.integer("transB", 0);
    Term gradient = emit.mul(site.gradient(), site.number("alpha", 1));
    if (site.wants(0)) {
      Term b = site.in(1);
      site.give(
          0,
          turnedA == 0
              ? product(emit, new Factor(gradient, 0), new Factor(b, 1 - turnedB))
              : product(emit, new Factor(b, turnedB), new Factor(gradient, 1)));
    }
    if (site.wants(1)) {
      Term a = site.in(0);
      site.give(
          1,
          turnedB == 0
              ? product(emit, new Factor(a, 1 - turnedA), new Factor(gradient, 0))
              : product(emit, new Factor(gradient, 1), new Factor(a, turnedA)));
    }
    if (site.wants(2)) {
      site.giveSummed(2, emit.mul(site.gradient(), site.number("beta", 1)));
    }
  }
}
