// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One node with what goes into it, and the version of the operators. */
record Call(Node node, long opset, Map<String, Grid> values) {

  boolean has(int input) {
    return input < inputs() && !node.inputs().get(input).isEmpty();
  }

  int inputs() {
    return node.inputs().size();
  }

  Grid in(int input) {
    return Optional.ofNullable(values.get(node.inputs().get(input))).orElseThrow();
  }

  List<Grid> all() {
    return node.inputs().stream()
        .map(input -> Optional.ofNullable(values.get(input)).orElseThrow())
        .toList();
  }

  Grid in(int input, double otherwise) {
    return has(input) ? in(input) : Grid.of(List.of(), otherwise);
  }

  int integer(String attribute, int otherwise) {
    return node.attribute(attribute)
        .map(value -> (int) ((AttributeValue.OfInt) value).value())
        .orElse(otherwise);
  }

  double number(String attribute, double otherwise) {
    return node.attribute(attribute)
        .map(value -> (double) ((AttributeValue.OfFloat) value).value())
        .orElse(otherwise);
  }

  String text(String attribute, String otherwise) {
    return node.attribute(attribute)
        .map(value -> ((AttributeValue.OfText) value).text())
        .orElse(otherwise);
  }

  boolean says(String attribute) {
    return node.attribute(attribute).isPresent();
  }

  /** Several integers, which are all the same where they are not given. */
  int[] integers(String attribute, int count, int otherwise) {
    int[] same = new int[count];
    Arrays.fill(same, otherwise);
    return node.attribute(attribute)
        .map(value -> (AttributeValue.OfMany) value)
        .map(many -> many.values().stream())
        .map(all -> all.mapToInt(value -> (int) ((AttributeValue.OfInt) value).value()).toArray())
        .orElse(same);
  }

  /** The integers of an input where it is one, and of the attribute in older versions. */
  int[] integers(String attribute, int input) {
    return has(input) ? in(input).integers() : integers(attribute, 0, 0);
  }
}
