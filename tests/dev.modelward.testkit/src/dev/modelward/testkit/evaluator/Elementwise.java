// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Functions of one number. */
final class Elementwise {
  static final Map<String, Operator> ALL =
      Map.ofEntries(
          entry("Neg", x -> -x),
          entry("Abs", Math::abs),
          entry("Sqrt", Math::sqrt),
          entry("Exp", Math::exp),
          entry("Log", Math::log),
          entry("Reciprocal", x -> 1 / x),
          entry("Sin", Math::sin),
          entry("Cos", Math::cos),
          entry("Tan", Math::tan),
          entry("Asin", Math::asin),
          entry("Acos", Math::acos),
          entry("Atan", Math::atan),
          entry("Sinh", Math::sinh),
          entry("Cosh", Math::cosh),
          entry("Asinh", x -> Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1))),
          entry("Acosh", x -> Math.log(x + Math.sqrt(x * x - 1))),
          entry("Atanh", x -> 0.5 * Math.log((1 + x) / (1 - x))),
          entry("Relu", x -> Math.max(0, x)),
          entry("Tanh", Math::tanh),
          entry("Sigmoid", Elementwise::sigmoid),
          entry("Softplus", Elementwise::softplus),
          entry("Softsign", x -> x / (1 + Math.abs(x))),
          entry("HardSwish", x -> x * Math.clamp(x / 6 + 0.5, 0, 1)),
          entry("Mish", x -> x * Math.tanh(softplus(x))),
          entry("Erf", Elementwise::erf),
          entry("Not", x -> x == 0 ? 1 : 0),
          entry("Identity", x -> x),
          Map.entry("LeakyRelu", Operator.each(Elementwise::leaky)),
          Map.entry("Elu", Operator.each(call -> elu(call.number("alpha", 1)))),
          Map.entry("Celu", Operator.each(Elementwise::celu)),
          Map.entry("Selu", Operator.each(Elementwise::selu)),
          Map.entry("ThresholdedRelu", Operator.each(Elementwise::thresholded)),
          Map.entry("HardSigmoid", Operator.each(Elementwise::hardSigmoid)),
          Map.entry("Swish", Operator.each(Elementwise::swish)),
          Map.entry("Gelu", Operator.each(Elementwise::gelu)));

  private Elementwise() {}

  private static Map.Entry<String, Operator> entry(String name, DoubleUnaryOperator function) {
    return Map.entry(name, Operator.each(call -> function));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** A series of positive terms, which needs no more than 200 of them where this is not 1. */
  private static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  private static DoubleUnaryOperator leaky(Call call) {
    double alpha = call.number("alpha", 0.01f);
    return x -> x < 0 ? alpha * x : x;
  }

  private static DoubleUnaryOperator elu(double alpha) {
    return x -> x < 0 ? alpha * Math.expm1(x) : x;
  }

  private static DoubleUnaryOperator celu(Call call) {
    double alpha = call.number("alpha", 1);
    return x -> Math.max(0, x) + Math.min(0, alpha * Math.expm1(x / alpha));
  }

  private static DoubleUnaryOperator selu(Call call) {
    double alpha = call.number("alpha", 1.6732632f);
    double gamma = call.number("gamma", 1.0507010f);
    return x -> gamma * (x <= 0 ? alpha * Math.expm1(x) : x);
  }

  private static DoubleUnaryOperator thresholded(Call call) {
    double alpha = call.number("alpha", 1);
    return x -> x > alpha ? x : 0;
  }

  private static DoubleUnaryOperator hardSigmoid(Call call) {
    double alpha = call.number("alpha", 0.2f);
    double beta = call.number("beta", 0.5f);
    return x -> Math.clamp(alpha * x + beta, 0, 1);
  }

  private static DoubleUnaryOperator swish(Call call) {
    double alpha = call.number("alpha", 1);
    return x -> x * sigmoid(alpha * x);
  }

  private static DoubleUnaryOperator gelu(Call call) {
    if ("tanh".equals(call.text("approximate", "none"))) {
      double scale = Math.sqrt(2 / Math.PI);
      return x -> 0.5 * x * (1 + Math.tanh(scale * (x + 0.044715 * x * x * x)));
    }
    return x -> 0.5 * x * (1 + erf(x / Math.sqrt(2)));
  }
}
