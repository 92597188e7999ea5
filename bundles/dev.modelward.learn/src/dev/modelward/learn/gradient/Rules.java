// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All operators that gradients can pass. */
final class Rules {
  private static final List<Map<String, Rule>> ALL =
      List.of(
          ArithmeticRules.ALL,
          ActivationRules.ALL,
          LinearRules.ALL,
          ConvolutionRules.ALL,
          PoolRules.ALL,
          NormalizationRules.ALL,
          ShapeRules.ALL,
          SelectionRules.ALL);

  private Rules() {}

  /** The rule of a node's operator. */
  static Rule of(Node node, long opset) throws UnsupportedNodeException {
    return find(node).orElseThrow(() -> new UnsupportedNodeException(node, opset));
  }

  /** Whether gradients can pass a node. */
  static boolean supports(Node node) {
    return find(node).isPresent();
  }

  private static Optional<Rule> find(Node node) {
    if (!node.domain().isEmpty() || !isSupportedForm(node)) {
      return Optional.empty();
    }
    return ALL.stream()
        .map((Map<String, Rule> rules) -> Optional.ofNullable(rules.get(node.operator())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The operators that gradients can pass, at least in some form. */
  static Set<String> operators() {
    return ALL.stream().flatMap(rules -> rules.keySet().stream()).collect(Collectors.toSet());
  }

  /** Some operators have modes that the rules do not know. */
  private static boolean isSupportedForm(Node node) {
    return switch (node.operator()) {
      case "Pad" -> node.attribute("mode").isEmpty() || isText(node, "mode", "constant");
      case "Resize", "Upsample" ->
          !isText(node, "mode", "cubic")
              && !isText(node, "coordinate_transformation_mode", "tf_crop_and_resize")
              && !isText(node, "coordinate_transformation_mode", "tf_half_pixel_for_nn")
              && !isText(node, "keep_aspect_ratio_policy", "not_larger")
              && !isText(node, "keep_aspect_ratio_policy", "not_smaller")
              && !isInteger(node, "antialias", 1);
      case "BatchNormalization" -> !isInteger(node, "training_mode", 1);
      case "ConvTranspose" -> node.attribute("output_shape").isEmpty();
      default -> true;
    };
  }

  private static boolean isText(Node node, String attribute, String text) {
    return node.attribute(attribute)
        .filter(value -> value instanceof AttributeValue.OfText found && found.text().equals(text))
        .isPresent();
  }

  private static boolean isInteger(Node node, String attribute, long integer) {
    return node.attribute(attribute)
        .filter(value -> value instanceof AttributeValue.OfInt found && found.value() == integer)
        .isPresent();
  }
}
