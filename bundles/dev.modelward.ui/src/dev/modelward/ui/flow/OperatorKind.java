// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.Node;
import java.util.Locale;
import java.util.Set;

/** What an operator is for; the key of its colour. */
enum OperatorKind {
  LAYER(
      "Conv",
      "ConvTranspose",
      "ConvInteger",
      "DeformConv",
      "QLinearConv",
      "Gemm",
      "MatMul",
      "MatMulInteger",
      "QLinearMatMul",
      "LSTM",
      "GRU",
      "RNN",
      "Attention",
      "Einsum"),
  NORMALIZATION(
      "BatchNormalization",
      "LayerNormalization",
      "InstanceNormalization",
      "GroupNormalization",
      "RMSNormalization",
      "LpNormalization",
      "MeanVarianceNormalization",
      "LRN",
      "Dropout"),
  ACTIVATION(
      "Relu",
      "LeakyRelu",
      "PRelu",
      "Elu",
      "Selu",
      "Celu",
      "Gelu",
      "Sigmoid",
      "HardSigmoid",
      "HardSwish",
      "Swish",
      "Mish",
      "Tanh",
      "Softmax",
      "LogSoftmax",
      "Softplus",
      "Softsign",
      "ThresholdedRelu",
      "Clip",
      "Erf"),
  POOL(
      "MaxPool",
      "AveragePool",
      "LpPool",
      "GlobalAveragePool",
      "GlobalMaxPool",
      "GlobalLpPool",
      "MaxRoiPool",
      "MaxUnpool",
      "RoiAlign",
      "ReduceMean",
      "ReduceSum",
      "ReduceMax",
      "ReduceMin"),
  SHAPE(
      "Reshape",
      "Transpose",
      "Flatten",
      "Squeeze",
      "Unsqueeze",
      "Concat",
      "Split",
      "Slice",
      "Gather",
      "GatherElements",
      "GatherND",
      "Expand",
      "Tile",
      "Pad",
      "Shape",
      "Size",
      "Cast",
      "CastLike",
      "Identity",
      "Constant",
      "ConstantOfShape",
      "Range",
      "Resize",
      "Upsample",
      "DepthToSpace",
      "SpaceToDepth",
      "QuantizeLinear",
      "DequantizeLinear"),
  MATH(
      "Add",
      "Sub",
      "Mul",
      "Div",
      "Pow",
      "Sqrt",
      "Exp",
      "Log",
      "Neg",
      "Abs",
      "Sum",
      "Mean",
      "Max",
      "Min",
      "Reciprocal",
      "Sin",
      "Cos",
      "Floor",
      "Ceil",
      "Round",
      "Sign",
      "Mod",
      "Equal",
      "Less",
      "LessOrEqual",
      "Greater",
      "GreaterOrEqual",
      "Not",
      "And",
      "Or",
      "Xor",
      "Where",
      "ArgMax",
      "ArgMin",
      "TopK",
      "CumSum"),
  CONTROL("If", "Loop", "Scan", "SequenceMap"),
  OTHER;

  private final Set<String> operators;

  OperatorKind(String... operators) {
    this.operators = Set.of(operators);
  }

  static OperatorKind of(Node node) {
    for (OperatorKind kind : values()) {
      if (node.domain().isEmpty() && kind.operators.contains(node.operator())) {
        return kind;
      }
    }
    return OTHER;
  }

  /** The key by which a palette knows the colour. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
