// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /** Operators whose further inputs may be floats, but have no gradient here. */
  private static final Set<String> FIRST_INPUT_ONLY =
      Set.of("Pad", "Resize", "Upsample", "Dropout");

  private Rules() {}

  /** The rule of a node whose outputs gradients reach, if they can pass it as it is. */
  static Optional<Rule> of(Site site, Predicate<String> reached) {
    return find(site.node()).filter(rule -> isPassable(site, reached));
  }

  /** Whether everything that gradients come from and go to is something that rules speak of. */
  private static boolean isPassable(Site site, Predicate<String> reached) {
    List<String> outputs = site.node().outputs();
    boolean first = site.node().is("Split") || outputs.stream().skip(1).noneMatch(reached);
    for (int i = 0; i < site.inputs(); i++) {
      boolean passes = i == 0 || !FIRST_INPUT_ONLY.contains(site.node().operator());
      first &= !site.wants(i) || passes && site.in(i).type().isFloating();
    }
    return first && !(site.node().is("Dropout") && isTraining(site));
  }

  /** A dropout that draws chances unless it is told not to. */
  private static boolean isTraining(Site site) {
    return site.has(2) && !site.numbers(2).equals(Optional.of(List.of(0.0)));
  }

  /** Whether gradients can pass a node by its operator and form alone. */
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
      case "BatchNormalization" -> !isInteger(node, "training_mode", 1) && tellsOne(node);
      case "ConvTranspose" -> node.attribute("output_shape").isEmpty();
      default -> true;
    };
  }

  /** Before version 14 a batch norm is in training where it tells its statistics. */
  private static boolean tellsOne(Node node) {
    return node.outputs().stream().skip(1).allMatch(String::isEmpty);
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
