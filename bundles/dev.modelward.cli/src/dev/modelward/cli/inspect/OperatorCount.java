// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.inspect;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many nodes of a model use an operator. */
record OperatorCount(String operator, String domain, long count) {
  private static final String STANDARD_DOMAIN = "ai.onnx";

  /** The operators of all graphs of a model, the most frequent first. */
  static List<OperatorCount> of(OnnxModel model) {
    return Scope.of(model).stream()
        .flatMap(scope -> scope.graph(model).nodes().stream())
        .map(OperatorCount::one)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey().times(entry.getValue()))
        .sorted(
            Comparator.comparingLong(OperatorCount::count)
                .reversed()
                .thenComparing(OperatorCount::operator)
                .thenComparing(OperatorCount::domain))
        .toList();
  }

  private static OperatorCount one(Node node) {
    String domain = node.domain().isEmpty() ? STANDARD_DOMAIN : node.domain();
    return new OperatorCount(node.operator(), domain, 1);
  }

  private OperatorCount times(long number) {
    return new OperatorCount(operator, domain, number);
  }

  /** The operator, with its domain where that is not the standard one. */
  String name() {
    return domain.equals(STANDARD_DOMAIN) ? operator : domain + "." + operator;
  }
}
