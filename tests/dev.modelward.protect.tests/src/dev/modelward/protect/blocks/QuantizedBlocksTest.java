// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quantized weights are cut like those that they stand for, and read as these. */
class QuantizedBlocksTest {
  private static Draft layer() {
    return new Draft("quantized").input("x", 1, 4);
  }

  private static Tensor scale(List<Long> dims, float... scales) {
    return Tensor.ofFloats("s", dims, scales);
  }

  private static Tensor zero(int... zeros) {
    return Cut.bytes("z", ElementType.INT8, List.of((long) zeros.length), zeros);
  }

  /** The numbers 0 to 5 in two rows, with a scale and a zero point, as a layer computes them. */
  private static float[] rows(Tensor scale, Tensor zero, Attribute... attributes)
      throws IOException {
    return Cut.values(
        Cut.only(
            layer()
                .tensor(Cut.counted("w", 2, 3))
                .tensor(scale)
                .tensor(zero)
                .node("DequantizeLinear w s z -> d", attributes)
                .node("Gemm x d -> y")
                .output("y", 1)));
  }

  private static float[] floats(float... values) {
    return values;
  }

  @Test
  void aKernelOfBytesIsCutLikeTheKernelThatItStandsFor() throws IOException {
    assertEquals(
        List.of("w.q: kernel-slice [3, 2, 3, 3] / [1, 1, 3, 3] @0 as w"),
        Cut.lines(Models.quantizedConv()));
    LayerBlocks blocks = Blocks.of(Models.quantizedConv()).layers().getFirst();
    double scale =
        Models.quantizedConv().graph().initializer("w.scale").orElseThrow().numbers().at(2);
    double stored = blocks.weight().tensor().numbers().at(40);
    assertEquals((float) (scale * stored), Values.of(blocks).at(40));
  }

  @Test
  void oneScaleMayBeForAll() throws IOException {
    assertArrayEquals(floats(-1, -.5f, 0, .5f, 1, 1.5f), rows(scale(List.of(), .5f), zero(2)));
    assertArrayEquals(floats(-1, -.5f, 0, .5f, 1, 1.5f), rows(scale(List.of(1L), .5f), zero(2)));
  }

  @Test
  void scalesMayBeForRowsOrColumns() throws IOException {
    assertArrayEquals(
        floats(-1, 0, 1, 10, 20, 30),
        rows(scale(List.of(2L), 1, 10), zero(1, 2), Attribute.of("axis", 0)));
    float[] columns = floats(0, 0, 100, 3, 30, 400);
    assertArrayEquals(columns, rows(scale(List.of(3L), 1, 10, 100), zero(0, 1, 1)));
    assertArrayEquals(
        columns, rows(scale(List.of(3L), 1, 10, 100), zero(0, 1, 1), Attribute.of("axis", -1)));
  }

  @Test
  void oneZeroPointMayBeForAllScales() throws IOException {
    assertArrayEquals(
        floats(-1, 0, 1, 20, 30, 40),
        rows(scale(List.of(2L), 1, 10), zero(1), Attribute.of("axis", 0)));
  }

  @Test
  void scalesMayBeForPiecesOfWhichTheLastIsSmaller() throws IOException {
    Draft draft =
        layer()
            .tensor(Cut.counted("w", 2, 9))
            .tensor(scale(List.of(2L, 3L), 1, 10, 100, 2, 20, 200))
            .node(
                "DequantizeLinear w s -> d", Attribute.of("axis", 1), Attribute.of("block_size", 4))
            .node("Gemm x d -> y")
            .output("y", 1);
    assertArrayEquals(
        floats(0, 1, 2, 3, 40, 50, 60, 70, 800, 18, 20, 22, 24, 260, 280, 300, 320, 3400),
        Cut.values(Cut.only(draft)));
  }

  @Test
  void scalesMayBeForPiecesOfColumns() throws IOException {
    Draft draft =
        layer()
            .tensor(Cut.counted("w", 4, 2))
            .tensor(scale(List.of(2L, 2L), 1, 10, 100, 1000))
            .node(
                "DequantizeLinear w s -> d", Attribute.of("axis", 0), Attribute.of("block_size", 2))
            .node("Gemm x d -> y")
            .output("y", 1);
    assertArrayEquals(floats(0, 10, 2, 30, 400, 5000, 600, 7000), Cut.values(Cut.only(draft)));
  }

  @Test
  void aTranspositionBehindTheScalesIsSeenByTheBlocks() throws IOException {
    Draft draft =
        layer()
            .tensor(Cut.counted("w", 3, 2))
            .tensor(scale(List.of(3L), 1, 10, 100))
            .node("DequantizeLinear w s -> d", Attribute.of("axis", 0))
            .node("Transpose d -> t")
            .node("MatMul x t -> y")
            .output("y", 1);
    Cut.expect(draft, "w: neuron [3, 2] / [1, 2] @0 as d");
    assertArrayEquals(floats(0, 1, 20, 30, 400, 500), Cut.values(Cut.only(draft)));
  }

  @Test
  void aTranspositionBeforeTheScalesIsSeenByThem() throws IOException {
    Draft draft =
        layer()
            .tensor(Cut.counted("w", 3, 2))
            .tensor(scale(List.of(3L), 1, 10, 100))
            .node("Transpose w -> t")
            .node("DequantizeLinear t s -> d", Attribute.of("axis", 1))
            .node("MatMul x d -> y")
            .output("y", 1);
    Cut.expect(draft, "w: neuron [3, 2] / [1, 2] @0 as w");
    assertArrayEquals(floats(0, 1, 20, 30, 400, 500), Cut.values(Cut.only(draft)));
  }

  @Test
  void aWeightThatIsOnlyRoundedOnItsWayIsReadAsItIs() throws IOException {
    Draft draft =
        layer()
            .tensor(Tensor.ofFloats("w", List.of(2L, 2L), 1, -2, .3f, .4f))
            .tensor(scale(List.of(), .1f))
            .node("QuantizeLinear w s -> q")
            .node("DequantizeLinear q s -> d")
            .node("MatMul x d -> y")
            .output("y", 1);
    Cut.expect(draft, "w: neuron [2, 2] / [2, 1] @1 as d");
    assertArrayEquals(floats(1, -2, .3f, .4f), Cut.values(Cut.only(draft)));
  }

  @Test
  void anIntegerConvolutionHasScalesOfItsOwn() throws IOException {
    Draft draft =
        new Draft("integers")
            .input("x", ElementType.INT8, 1, 1, 4, 4)
            .tensor(Cut.counted("w", 2, 1, 1, 2))
            .tensor(scale(List.of(2L), 1, 10))
            .tensor(zero(1, 0))
            .tensor(Tensor.ofFloats("one", List.of(), 7))
            .tensor(Cut.bytes("none", ElementType.INT8, List.of(), 5))
            .node("QLinearConv x one none w s z one none -> y")
            .output("y", ElementType.INT8, 1);
    Cut.expect(draft, "w: kernel-slice [2, 1, 1, 2] / [1, 1, 1, 2] @0 as w");
    assertArrayEquals(floats(-1, 0, 20, 30), Cut.values(Cut.only(draft)));
  }

  private static Draft product(String inputs, Tensor scale, Tensor zero) {
    return new Draft("integers")
        .input("x", ElementType.INT8, 1, 2)
        .tensor(Cut.counted("w", 2, 3))
        .tensor(scale)
        .tensor(zero)
        .tensor(Tensor.ofFloats("one", List.of(), 7))
        .tensor(Cut.bytes("none", ElementType.INT8, List.of(), 5))
        .node("QLinearMatMul " + inputs + " one none -> y")
        .output("y", ElementType.INT8, 1);
  }

  @Test
  void anIntegerProductHasScalesForColumnsOnTheRightAndForRowsOnTheLeft() throws IOException {
    Draft right = product("x one none w s z", scale(List.of(3L), 1, 10, 100), zero(0, 1, 0));
    Cut.expect(right, "w: neuron [2, 3] / [2, 1] @1 as w");
    assertArrayEquals(floats(0, 0, 200, 3, 30, 500), Cut.values(Cut.only(right)));
    Draft left = product("w s z x one none", scale(List.of(2L), 1, 10), zero(0, 1));
    Cut.expect(left, "w: neuron [2, 3] / [1, 3] @0 as w");
    assertArrayEquals(floats(0, 1, 2, 20, 30, 40), Cut.values(Cut.only(left)));
  }

  @Test
  void anIntegerProductOfABatchMayHaveScalesForEachOfIt() throws IOException {
    Draft draft =
        new Draft("integers")
            .input("x", ElementType.INT8, 2, 1, 2)
            .tensor(Cut.counted("w", 2, 2, 2))
            .tensor(scale(List.of(2L, 1L, 2L), 1, 10, 100, 1000))
            .tensor(Cut.bytes("z", ElementType.INT8, List.of(2L, 1L, 2L), 0, 0, 0, 0))
            .tensor(Tensor.ofFloats("one", List.of(), 7))
            .tensor(Cut.bytes("none", ElementType.INT8, List.of(), 5))
            .node("QLinearMatMul x one none w s z one none -> y")
            .output("y", ElementType.INT8, 1);
    assertArrayEquals(floats(0, 10, 2, 30, 400, 5000, 600, 7000), Cut.values(Cut.only(draft)));
  }

  @Test
  void layersWithoutScalesComputeWithTheIntegers() throws IOException {
    Draft draft =
        new Draft("integers")
            .input("x", ElementType.INT8, 1, 2)
            .tensor(Cut.counted("w", 2, 3))
            .node("MatMulInteger x w -> y")
            .output("y", ElementType.INT32, 1);
    assertInstanceOf(Scaling.None.class, Cut.only(draft).scaling());
    assertArrayEquals(floats(0, 1, 2, 3, 4, 5), Cut.values(Cut.only(draft)));
  }

  @Test
  void scalesThatFitNothingLeaveNoBlocks() throws IOException {
    for (Tensor scale :
        List.of(
            scale(List.of(4L), 1, 2, 3, 4),
            scale(List.of(0L)),
            scale(List.of(2L, 2L), 1, 2, 3, 4),
            scale(List.of(1L, 1L, 3L), 1, 2, 3),
            Tensor.ofLongs("s", List.of(5L), 1, 2, 3, 4, 5))) {
      Draft draft =
          layer()
              .tensor(Cut.counted("w", 2, 3))
              .tensor(scale)
              .node("DequantizeLinear w s -> d")
              .node("Gemm x d -> y")
              .output("y", 1);
      Cut.expect(draft);
    }
  }

  @Test
  void zeroPointsThatFitNoScaleLeaveNoBlocks() throws IOException {
    Draft draft =
        layer()
            .tensor(Cut.counted("w", 2, 3))
            .tensor(scale(List.of(3L), 1, 2, 3))
            .tensor(zero(1, 2))
            .node("DequantizeLinear w s z -> d", Attribute.of("axis", 7))
            .node("Gemm x d -> y")
            .output("y", 1);
    Cut.expect(draft);
  }

  @Test
  void anAxisThatIsNoneLeavesNoBlocks() throws IOException {
    for (long axis : new long[] {2, -3, Long.MAX_VALUE}) {
      Draft draft =
          layer()
              .tensor(Cut.counted("w", 3, 3))
              .tensor(scale(List.of(3L), 1, 2, 3))
              .node("DequantizeLinear w s -> d", Attribute.of("axis", axis))
              .node("Gemm x d -> y")
              .output("y", 1);
      Cut.expect(draft);
    }
  }

  @Test
  void elementsThatNobodyCanWriteLeaveNoBlocks() throws IOException {
    for (ElementType type : List.of(ElementType.FLOAT8E4M3FN, ElementType.UINT2)) {
      Draft draft =
          layer()
              .tensor(new Dice(1).bits("w", type, 4, 4))
              .tensor(scale(List.of(), 1))
              .node("DequantizeLinear w s -> d")
              .node("Gemm x d -> y")
              .output("y", 1);
      Cut.expect(draft);
    }
  }

  @Test
  void twoNumbersInAByteAreReadOneByOne() throws IOException {
    Draft draft =
        layer()
            .tensor(Cut.bytes("w", ElementType.INT4, List.of(2L, 2L), 0x21, 0xf8))
            .tensor(scale(List.of(), 2))
            .node("DequantizeLinear w s -> d")
            .node("Gemm x d -> y")
            .output("y", 1);
    assertArrayEquals(floats(2, 4, -16, -2), Cut.values(Cut.only(draft)));
  }
}
