// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule against central differences in float32, whose rounding the bound leaves room for. */
class GradientRulesTest {
  private static final double BOUND = 2e-2;

  private static void holds(String what, long opset, Probe probe) throws Exception {
    double error = probe.error(opset);
    assertTrue(error <= BOUND, what + " of version " + opset + " is wrong by " + error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div", "Max", "Min", "Sum"})
  void passesArithmeticOfTwoWithBroadcasting(String operator) throws Exception {
    for (long opset : List.of(9L, 13L, 22L)) {
      holds(operator, opset, Probe.of(operator).in(3, 4).between(1.1, 2, 2, 3, 4));
      holds(operator, opset, Probe.of(operator).in(3, 1).between(1.1, 2, 4));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Neg",
        "Exp",
        "Abs",
        "Relu",
        "LeakyRelu",
        "Elu",
        "Sigmoid",
        "Tanh",
        "Softplus",
        "Softsign",
        "Erf"
      })
  void passesFunctionsOfOne(String operator) throws Exception {
    for (long opset : List.of(9L, 13L, 22L)) {
      holds(operator, opset, Probe.of(operator).apart(3, 40));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sqrt", "Log", "Reciprocal"})
  void passesFunctionsOfPositiveNumbers(String operator) throws Exception {
    for (long opset : List.of(9L, 13L, 22L)) {
      holds(operator, opset, Probe.of(operator).between(0.5, 2, 3, 5));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 11, 13, 17, 20, 22})
  void passesOtherActivations(long opset) throws Exception {
    holds("PRelu", opset, Probe.of("PRelu").apart(2, 3, 4).in(3, 1));
    holds("HardSigmoid", opset, Probe.of("HardSigmoid").apart(4, 31));
    holds("Pow", opset, Probe.of("Pow").between(0.5, 2, 3, 4).between(1, 2, 4));
    if (opset < 11) {
      Attribute low = Attribute.of("min", -0.5f);
      holds("Clip", opset, Probe.of("Clip").apart(3, 40).with(low));
    } else {
      Tensor low = Tensor.ofFloats("low", List.of(), -0.5f);
      holds("Clip", opset, Probe.of("Clip").apart(3, 40).constant(low));
    }
    if (opset >= 14) {
      holds("HardSwish", opset, Probe.of("HardSwish").between(-2.9, 2.9, 3, 5));
    }
    if (opset >= 20) {
      Attribute tanh = Attribute.of("approximate", "tanh");
      holds("Gelu", opset, Probe.of("Gelu").between(-2, 2, 3, 5));
      holds("Gelu", opset, Probe.of("Gelu").between(-2, 2, 3, 5).with(tanh));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 13, 22})
  void passesProductsOfMatrices(long opset) throws Exception {
    holds("MatMul", opset, Probe.of("MatMul").in(3, 4).in(4, 5));
    holds("MatMul", opset, Probe.of("MatMul").in(2, 3, 4).in(4, 5));
    holds("MatMul", opset, Probe.of("MatMul").in(3, 4).in(2, 4, 5));
    holds("MatMul", opset, Probe.of("MatMul").in(4).in(2, 4, 5));
    holds("MatMul", opset, Probe.of("MatMul").in(2, 3, 4).in(4));
    for (long turned = 0; turned < 4; turned++) {
      Probe gemm = Probe.of("Gemm").with(Attribute.of("alpha", 0.7f));
      gemm = turned % 2 == 0 ? gemm.in(3, 4) : gemm.in(4, 3);
      gemm = turned < 2 ? gemm.in(4, 5) : gemm.in(5, 4);
      gemm.in(5).with(Attribute.of("beta", 0.3f));
      gemm.with(Attribute.of("transA", turned % 2)).with(Attribute.of("transB", turned / 2));
      holds("Gemm", opset, gemm);
    }
  }

  /** Stride, dilation, groups, padding before, padding after. */
  private static final List<List<Long>> WINDOWS =
      List.of(
          List.of(1L, 1L, 1L, 0L, 0L),
          List.of(2L, 1L, 1L, 1L, 1L),
          List.of(1L, 2L, 1L, 2L, 2L),
          List.of(2L, 1L, 1L, 0L, 1L),
          List.of(1L, 1L, 2L, 1L, 1L),
          List.of(2L, 1L, 4L, 1L, 1L),
          List.of(3L, 2L, 2L, 2L, 1L));

  private static Probe window(Probe probe, List<Long> window) {
    Long stride = window.get(0);
    Long gap = window.get(1);
    Long before = window.get(3);
    Long after = window.get(4);
    return probe
        .with("strides", stride, stride)
        .with("dilations", gap, gap)
        .with("pads", before, before, after, after)
        .with(Attribute.of("group", window.get(2)));
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 11, 22})
  void passesConvolutions(long opset) throws Exception {
    for (List<Long> window : WINDOWS) {
      long groups = window.get(2);
      Probe conv = Probe.of("Conv").in(2, 4, 8, 9).in(8, 4 / groups, 3, 2).in(8);
      holds("Conv " + window, opset, window(conv, window));
      Probe back = Probe.of("ConvTranspose").in(2, 4, 5, 6).in(4, 8 / groups, 3, 2).in(8);
      long extra = window.get(0) - 1;
      holds(
          "ConvTranspose " + window,
          opset,
          window(back, window).with("output_padding", extra, extra));
    }
    holds("depthwise", opset, depthwise());
    holds("one direction", opset, Probe.of("Conv").in(2, 4, 9).in(5, 4, 3).with("strides", 2L));
    holds("three directions", opset, Probe.of("Conv").in(2, 2, 4, 5, 4).in(3, 2, 2, 3, 2));
    for (String pad : List.of("SAME_UPPER", "SAME_LOWER")) {
      Probe same = Probe.of("Conv").in(2, 2, 7, 8).in(3, 2, 2, 3).with("strides", 2L, 2L);
      holds(pad, opset, same.with(Attribute.of("auto_pad", pad)));
    }
  }

  private static Probe depthwise() throws Exception {
    Probe probe = Probe.of("Conv").in(2, 4, 6, 6).in(4, 1, 3, 3);
    return probe.with(Attribute.of("group", 4)).with("pads", 1L, 1L, 1L, 1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MaxPool", "AveragePool"})
  void passesPools(String pool) throws Exception {
    for (long opset : List.of(9L, 11L, 22L)) {
      Probe tiles = Probe.of(pool).apart(2, 3, 4, 6).with("kernel_shape", 2L, 2L);
      holds(pool + " of tiles", opset, tiles.with("strides", 2L, 2L));
      Probe windows = Probe.of(pool).apart(2, 3, 7, 8).with("kernel_shape", 3L, 3L);
      holds(
          pool + " of windows",
          opset,
          windows.with("strides", 2L, 2L).with("pads", 1L, 1L, 1L, 1L));
      holds(pool + " in a row", opset, Probe.of(pool).apart(2, 3, 7).with("kernel_shape", 3L));
      holds("Global" + pool, opset, Probe.of("Global" + pool).apart(2, 3, 4, 5));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 13, 17, 22})
  void passesNormalizations(long opset) throws Exception {
    holds(
        "BatchNormalization",
        opset,
        Probe.of("BatchNormalization")
            .in(2, 3, 4, 4)
            .between(0.5, 2, 3)
            .in(3)
            .in(3)
            .between(0.5, 2, 3));
    holds(
        "InstanceNormalization",
        opset,
        Probe.of("InstanceNormalization").in(2, 3, 4, 5).in(3).in(3));
    for (String soft : List.of("Softmax", "LogSoftmax")) {
      holds(soft, opset, Probe.of(soft).in(2, 3, 4));
      holds(soft, opset, Probe.of(soft).in(2, 3, 4).with(Attribute.of("axis", 2)));
    }
    if (opset >= 17) {
      Attribute axis = Attribute.of("axis", 1);
      holds("LayerNorm", opset, Probe.of("LayerNormalization").in(2, 3, 6).in(6).in(6));
      holds(
          "LayerNorm of two axes",
          opset,
          Probe.of("LayerNormalization").in(2, 3, 6).in(3, 6).in(3, 6).with(axis));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 13, 17, 22})
  void passesOperatorsThatMoveElements(long opset) throws Exception {
    holds("Transpose", opset, Probe.of("Transpose").in(2, 3, 4).with("perm", 2L, 0L, 1L));
    holds("Flatten", opset, Probe.of("Flatten").in(2, 3, 4));
    holds(
        "Concat", opset, Probe.of("Concat").in(2, 3, 4).in(2, 2, 4).with(Attribute.of("axis", -2)));
    holds("Reshape", opset, Probe.of("Reshape").in(2, 6).longs("to", 0, -1, 2));
    holds("Expand", opset, Probe.of("Expand").in(3, 1).longs("to", 2, 1, 4));
    holds("Pad", opset, Probe.of("Pad").in(3, 4).longs("pads", 1, 0, 2, 3));
    holds(
        "Gather",
        opset,
        Probe.of("Gather").in(2, 5, 3).longs("at", 0, 4, 4, 1).with(Attribute.of("axis", 1)));
    holds(
        "Slice",
        opset,
        Probe.of("Slice")
            .in(5, 6, 3)
            .longs("starts", 4, 1)
            .longs("ends", -100, 100)
            .longs("axes", 0, -2)
            .longs("steps", -2, 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 17, 22})
  void passesResizes(long opset) throws Exception {
    for (String mode : List.of("linear", "nearest")) {
      for (String coordinates : List.of("half_pixel", "asymmetric", "align_corners")) {
        Probe resize = Probe.of("Resize").in(2, 3, 5, 4).absent();
        resize.constant(Tensor.ofFloats("scales", List.of(4L), 1, 1, 1.5f, 2));
        resize.with(Attribute.of("mode", mode)).with(Attribute.of("nearest_mode", "floor"));
        resize.with(Attribute.of("coordinate_transformation_mode", coordinates));
        holds(mode + " " + coordinates, opset, resize);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 12, 13, 17, 18, 22})
  void passesSums(long opset) throws Exception {
    Attribute drop = Attribute.of("keepdims", 0);
    Probe sum = Probe.of("ReduceSum").in(2, 3, 4).with(drop);
    holds("ReduceSum", opset, opset < 13 ? sum.with("axes", 0L, 2L) : sum.longs("axes", 0, -1));
    Probe mean = Probe.of("ReduceMean").in(2, 3, 4).with(drop);
    holds("ReduceMean", opset, opset < 18 ? mean.with("axes", 1L) : mean.longs("axes", 1));
  }
}
