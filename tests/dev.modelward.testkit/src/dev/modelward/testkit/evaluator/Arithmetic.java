// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Functions of several numbers, each from an input of its own, repeated where it is smaller. */
final class Arithmetic {
  static final Map<String, Operator> ALL =
      Map.ofEntries(
          entry("Add", Double::sum),
          entry("Sub", (a, b) -> a - b),
          entry("Mul", (a, b) -> a * b),
          entry("Div", (a, b) -> a / b),
          entry("Pow", Math::pow),
          entry("Max", Math::max),
          entry("Min", Math::min),
          entry("Sum", Double::sum),
          entry("PRelu", (x, slope) -> x < 0 ? slope * x : x),
          entry("Equal", (a, b) -> truth(a == b)),
          entry("Less", (a, b) -> truth(a < b)),
          entry("LessOrEqual", (a, b) -> truth(a <= b)),
          entry("Greater", (a, b) -> truth(a > b)),
          entry("GreaterOrEqual", (a, b) -> truth(a >= b)),
          entry("And", (a, b) -> truth(a != 0 && b != 0)),
          entry("Or", (a, b) -> truth(a != 0 || b != 0)),
          Map.entry("Mean", Operator.one(Arithmetic::mean)),
          Map.entry("Where", Operator.one(Arithmetic::where)),
          Map.entry("Clip", Operator.one(Arithmetic::clip)));

  private Arithmetic() {}

  private static double truth(boolean fact) {
    return fact ? 1 : 0;
  }

  private static Map.Entry<String, Operator> entry(String name, DoubleBinaryOperator function) {
    return Map.entry(name, Operator.one(call -> joined(call, function)));
  }

  private static Grid joined(Call call, DoubleBinaryOperator function) {
    return call.all().stream().reduce((a, b) -> a.with(b, function)).orElseThrow();
  }

  private static Grid mean(Call call) {
    return joined(call, Double::sum).map(x -> x / call.inputs());
  }

  private static Grid where(Call call) {
    Grid chosen = call.in(0).with(call.in(1), (condition, a) -> condition == 0 ? 0 : a);
    Grid rest = call.in(0).with(call.in(2), (condition, b) -> condition == 0 ? b : 0);
    return chosen.with(rest, Double::sum);
  }

  private static Grid clip(Call call) {
    Grid low = call.in(1, call.number("min", Double.NEGATIVE_INFINITY));
    Grid high = call.in(2, call.number("max", Double.POSITIVE_INFINITY));
    return call.in(0).with(low, Math::max).with(high, Math::min);
  }
}
