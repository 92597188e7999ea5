// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.inspect;

import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shapes and types as people and machines read them. */
final class Sizes {
  private Sizes() {}

  /** The shape of a tensor, as in {@code 16x3x3x3}; a single number has none. */
  static String text(List<Long> dims) {
    return dims.isEmpty()
        ? "scalar"
        : dims.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /** The type of a value, as in {@code float32 [N, 3, 32, 32]}. */
  static String text(ValueType type) {
    return switch (type) {
      case ValueType.OfTensor tensor -> tensor.element() + " " + text(tensor.shape());
      case ValueType.OfSparseTensor tensor -> "sparse " + tensor.element() + text(tensor.shape());
      case ValueType.OfSequence sequence -> "sequence of " + text(sequence.element());
      case ValueType.OfMap map -> "map from " + map.key() + " to " + text(map.value());
      case ValueType.OfOptional optional -> "optional " + text(optional.element());
      case ValueType.Unspecified unspecified -> unspecified.toString();
    };
  }

  private static String text(Shape shape) {
    return switch (shape) {
      case Shape.Ranked ranked ->
          ranked.dims().stream()
              .map(Dimension::toString)
              .collect(Collectors.joining(", ", "[", "]"));
      case Shape.Unranked unranked -> unranked.toString();
    };
  }

  /** The sizes of a tensor type for machines; none where there is no tensor or no known rank. */
  static Optional<List<Object>> machine(ValueType type) {
    return switch (type) {
      case ValueType.OfTensor tensor -> machine(tensor.shape());
      case ValueType.OfSparseTensor tensor -> machine(tensor.shape());
      case ValueType.OfSequence sequence -> Optional.empty();
      case ValueType.OfMap map -> Optional.empty();
      case ValueType.OfOptional optional -> Optional.empty();
      case ValueType.Unspecified unspecified -> Optional.empty();
    };
  }

  private static Optional<List<Object>> machine(Shape shape) {
    return switch (shape) {
      case Shape.Ranked ranked -> Optional.of(ranked.dims().stream().map(Sizes::machine).toList());
      case Shape.Unranked unranked -> Optional.empty();
    };
  }

  private static Object machine(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Fixed fixed -> fixed.size();
      case Dimension.Named named -> named.name();
      case Dimension.Unknown unknown -> unknown;
    };
  }
}
