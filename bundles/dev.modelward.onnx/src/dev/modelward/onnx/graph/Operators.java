// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What ONNX says of operators, as far as weights are concerned. */
final class Operators {
  /** The inputs of an operator that are weights when they are given. */
  private static final Map<String, List<Integer>> WEIGHT_INPUTS =
      Map.ofEntries(
          Map.entry("Conv", List.of(1, 2)),
          Map.entry("ConvTranspose", List.of(1, 2)),
          Map.entry("ConvInteger", List.of(1)),
          Map.entry("DeformConv", List.of(1, 3)),
          Map.entry("QLinearConv", List.of(3, 8)),
          Map.entry("Gemm", List.of(1, 0, 2)),
          Map.entry("MatMul", List.of(1, 0)),
          Map.entry("MatMulInteger", List.of(1, 0)),
          Map.entry("QLinearMatMul", List.of(3, 0)),
          Map.entry("BatchNormalization", List.of(1, 2, 3, 4)),
          Map.entry("LayerNormalization", List.of(1, 2)),
          Map.entry("InstanceNormalization", List.of(1, 2)),
          Map.entry("GroupNormalization", List.of(1, 2)),
          Map.entry("RMSNormalization", List.of(1)),
          Map.entry("PRelu", List.of(1)),
          Map.entry("LSTM", List.of(1, 2, 3, 7)),
          Map.entry("GRU", List.of(1, 2, 3)),
          Map.entry("RNN", List.of(1, 2, 3)),
          Map.entry("Gather", List.of(0)));

  /** Operators that hand a weight on in another form or type. */
  private static final Set<String> PASSES_ON =
      Set.of(
          "Identity",
          "Cast",
          "CastLike",
          "Transpose",
          "Reshape",
          "Squeeze",
          "Unsqueeze",
          "Flatten",
          "QuantizeLinear",
          "DequantizeLinear",
          "Dropout");

  /** Operators whose given inputs are settings, not weights. */
  private static final Set<String> TAKES_SETTINGS =
      Set.of(
          "Constant",
          "ConstantOfShape",
          "Resize",
          "Upsample",
          "Pad",
          "Slice",
          "Clip",
          "Where",
          "Expand",
          "Tile",
          "Range",
          "OneHot",
          "NonMaxSuppression",
          "RoiAlign",
          "TopK",
          "Concat",
          "Shape",
          "Split",
          "If",
          "Loop",
          "Scan",
          "ScatterND",
          "ScatterElements",
          "Equal",
          "Pow");

  /** Layers into whose weights a batch norm behind them can be folded. */
  private static final Set<String> FOLDS_BATCH_NORM =
      Set.of("Conv", "ConvTranspose", "Gemm", "MatMul");

  private Operators() {}

  static boolean passesOn(Node node) {
    return node.domain().isEmpty() && PASSES_ON.contains(node.operator());
  }

  static boolean takesSettings(Node node) {
    return node.domain().isEmpty() && TAKES_SETTINGS.contains(node.operator());
  }

  static boolean foldsBatchNorm(Node node) {
    return node.domain().isEmpty() && FOLDS_BATCH_NORM.contains(node.operator());
  }

  /** The indices of the inputs that may be weights, the most important first. */
  static List<Integer> weightInputs(Node node) {
    List<Integer> listed =
        node.domain().isEmpty()
            ? WEIGHT_INPUTS.getOrDefault(node.operator(), List.of())
            : List.of();
    return listed.isEmpty()
        ? IntStream.range(0, node.inputs().size()).boxed().toList()
        : listed.stream().filter(index -> index < node.inputs().size()).toList();
  }

  /** Whether a tensor that a node is given is a weight and not a setting, such as a shape. */
  static boolean isWeight(Node node, Tensor tensor) {
    boolean listed = node.domain().isEmpty() && WEIGHT_INPUTS.containsKey(node.operator());
    boolean quantized = tensor.type().isNumber() && tensor.type().bits() <= 8;
    boolean number = tensor.type().isFloating() || listed && (quantized || isBias(node, tensor));
    boolean embedding = !node.is("Gather") || tensor.dims().size() > 1;
    return number && embedding && (listed || tensor.elements() > 1);
  }

  /** Quantized layers keep their bias in 32-bit integers. */
  private static boolean isBias(Node node, Tensor tensor) {
    return !node.is("Gather") && tensor.type().bits() == 32;
  }
}
