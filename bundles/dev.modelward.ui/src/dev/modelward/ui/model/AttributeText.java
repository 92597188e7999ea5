// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.tensor.Numbers;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The values of attributes as people read them. */
public final class AttributeText {
  private static final int LONGEST_LIST = 32;
  private static final int LONGEST_TEXT = 200;
  private static final int LARGEST_TENSOR = 8;

  private AttributeText() {}

  /** A value as text of a bounded length. */
  public static String of(AttributeValue value) {
    return switch (value) {
      case AttributeValue.OfFloat number -> Float.toString(number.value());
      case AttributeValue.OfInt number -> Long.toString(number.value());
      case AttributeValue.OfText text -> shortened(text.text());
      case AttributeValue.OfTensor tensor -> tensor(tensor.value());
      case AttributeValue.OfSparseTensor tensor ->
          "sparse " + ValueTypes.text(tensor.value().values());
      case AttributeValue.OfGraph graph -> graph.value().toString();
      case AttributeValue.OfType type -> type.value().toString();
      case AttributeValue.OfMany many -> list(many.values());
      case AttributeValue.Reference reference -> "@" + reference.name();
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "\u2026";
  }

  private static String list(List<AttributeValue> values) {
    String more = values.size() > LONGEST_LIST ? ", \u2026 " + Figures.exact(values.size()) : "";
    return values.stream()
        .limit(LONGEST_LIST)
        .map(AttributeText::of)
        .collect(Collectors.joining(", ", "[", more + "]"));
  }

  private static String tensor(Tensor tensor) {
    String type = ValueTypes.text(tensor);
    if (tensor.elements() > LARGEST_TENSOR || !tensor.type().isNumber()) {
      return type;
    }
    try {
      return type + " = " + numbers(tensor);
    } catch (IOException e) {
      return type + " (" + e.getMessage() + ")";
    }
  }

  private static String numbers(Tensor tensor) throws IOException {
    Numbers numbers = tensor.numbers();
    return LongStream.range(0, numbers.count())
        .mapToObj(index ->
            tensor.type().isFloating()
                ? String.valueOf((float) numbers.at(index))
                : String.valueOf(numbers.integerAt(index)))
        .collect(Collectors.joining(", "));
  }
}
