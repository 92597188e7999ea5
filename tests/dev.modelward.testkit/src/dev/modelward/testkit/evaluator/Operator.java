// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** What an operator makes of its inputs. */
interface Operator {
  List<Grid> apply(Call call);

  /** An operator of one output. */
  static Operator one(Function<Call, Grid> function) {
    return call -> List.of(function.apply(call));
  }

  /** An operator that makes each number of the one that stands at its place. */
  static Operator each(Function<Call, DoubleUnaryOperator> function) {
    return one(call -> call.in(0).map(function.apply(call)));
  }
}
