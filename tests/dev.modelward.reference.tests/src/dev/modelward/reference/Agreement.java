// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.SparseTensor;
import dev.modelward.onnx.tensor.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What two readers say of the values of one graph, in the same words. */
final class Agreement {
  private Agreement() {}

  /** The inputs that a caller must give, as the product reads them. */
  static List<String> inputs(Graph graph) {
    Set<String> given = new HashSet<>();
    graph.initializers().stream().map(Tensor::name).forEach(given::add);
    graph.sparseInitializers().stream().map(SparseTensor::name).forEach(given::add);
    return graph.inputs().stream()
        .filter(input -> !given.contains(input.name()))
        .map(input -> input.name() + " " + type(input) + shape(input))
        .toList();
  }

  /** The inputs as ONNX Runtime reads them. */
  static List<String> inputs(Map<String, NodeInfo> inputs) {
    return inputs.values().stream()
        .map(input -> input.getName() + " " + type(input) + shape(input))
        .toList();
  }

  /** The outputs without their shapes, which ONNX Runtime infers where the file is silent. */
  static List<String> outputs(Graph graph) {
    return graph.outputs().stream().map(output -> output.name() + " " + type(output)).toList();
  }

  /** The outputs as ONNX Runtime reads them. */
  static List<String> outputs(Collection<NodeInfo> outputs) {
    return outputs.stream().map(output -> output.getName() + " " + type(output)).toList();
  }

  private static String type(Value value) {
    return switch (value.type()) {
      case ValueType.OfTensor tensor -> name(tensor.element());
      case ValueType.OfSparseTensor tensor -> "sparse " + name(tensor.element());
      case ValueType.OfSequence sequence -> "sequence";
      case ValueType.OfMap map -> "map";
      case ValueType.OfOptional optional -> "optional";
      case ValueType.Unspecified unspecified -> "unspecified";
    };
  }

  private static String name(ElementType type) {
    return switch (type) {
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
      default -> type.toString();
    };
  }

  private static String type(NodeInfo value) {
    return switch (value.getInfo()) {
      case TensorInfo tensor ->
          tensor
              .onnxType
              .name()
              .replace("ONNX_TENSOR_ELEMENT_DATA_TYPE_", "")
              .toLowerCase(Locale.ROOT);
      case SequenceInfo sequence -> "sequence";
      case MapInfo map -> "map";
      default -> "unspecified";
    };
  }

  private static String shape(Value value) {
    return value.type() instanceof ValueType.OfTensor tensor
            && tensor.shape() instanceof Shape.Ranked ranked
        ? ranked.dims().stream().map(Agreement::size).toList().toString()
        : "[]";
  }

  private static long size(Dimension dimension) {
    return dimension instanceof Dimension.Fixed fixed ? fixed.size() : -1;
  }

  private static String shape(NodeInfo value) {
    return value.getInfo() instanceof TensorInfo tensor ? Arrays.toString(tensor.getShape()) : "[]";
  }
}
