// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

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
    return gemm(emit, left, emit.reshape(gradient, Dims.of(rows, b.size(1))), 1, 0);
  }

  private static Term gemm(Emitter emit, Term a, Term b, long transposeA, long transposeB) {
    long rows = transposeA == 0 ? a.size(0) : a.size(1);
    long columns = transposeB == 0 ? b.size(1) : b.size(0);
    return emit.emit(
        "Gemm",
        List.of(a, b, emit.constant(a.type(), 0)),
        new Emitter.Result(a.type(), Dims.of(rows, columns)),
        Attribute.of("transA", transposeA),
        Attribute.of("transB", transposeB));
  }

  private static void gemm(Site site) {
    Emitter emit = site.emit();
    long transposeA = site.integer("transA", 0);
    long transposeB = site.integer("transB", 0);
    Term gradient = emit.mul(site.gradient(), site.number("alpha", 1));
    if (site.wants(0)) {
      Term b = site.in(1);
      site.give(
          0,
          transposeA == 0
              ? gemm(emit, gradient, b, 0, 1 - transposeB)
              : gemm(emit, b, gradient, transposeB, 1));
    }
    if (site.wants(1)) {
      Term a = site.in(0);
      site.give(
          1,
          transposeB == 0
              ? gemm(emit, a, gradient, 1 - transposeA, 0)
              : gemm(emit, gradient, a, 1, transposeA));
    }
    if (site.wants(2)) {
      site.giveSummed(2, emit.mul(site.gradient(), site.number("beta", 1)));
    }
  }
}
