// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights are cut as they are stored, however they reach their layer. */
class ViewsTest {
  private static Draft weight(long... dims) {
    return new Draft("view").input("x", 1, 4).tensor(new Dice(1).floats("w", 1, dims));
  }

  private static Draft shaped(Draft draft, long... shape) {
    return draft.tensor(Tensor.ofLongs("shape", List.of((long) shape.length), shape));
  }

  private static Draft read(Draft draft) {
    return draft.node("MatMul x v -> y").output("y", 1);
  }

  @Test
  void theValueIsTheLastOneOfTheStoredSizes() throws IOException {
    Cut.expect(
        read(
            weight(4, 6)
                .node("Identity w -> a")
                .node("Cast a -> b", Attribute.of("to", 1))
                .node("Transpose b -> c")
                .node("Identity c -> v")),
        "w: neuron [4, 6] / [1, 6] @0 as b");
  }

  @Test
  void directionsMayBePermuted() throws IOException {
    Cut.expect(
        read(
            weight(2, 3, 4)
                .node("Transpose w -> v", Attribute.ofInts("perm", List.of(1L, 2L, 0L)))),
        "w: neuron [2, 3, 4] / [1, 1, 4] @0 as w");
    Cut.expect(
        read(weight(4, 6).node("Transpose w -> t").node("Transpose t -> v")),
        "w: neuron [4, 6] / [4, 1] @1 as w");
  }

  @Test
  void directionsMayBeRunTogether() throws IOException {
    Cut.expect(
        read(shaped(weight(2, 3, 4), 6, 4).node("Reshape w shape -> v")),
        "w: neuron [2, 3, 4] / [2, 3, 1] @2 as w");
    Cut.expect(
        read(shaped(weight(2, 3, 4), 0, -1).node("Reshape w shape -> v")),
        "w: neuron [2, 3, 4] / [2, 1, 1] @1 as w");
    Cut.expect(
        read(weight(2, 3, 4).node("Flatten w -> v", Attribute.of("axis", 2))),
        "w: neuron [2, 3, 4] / [2, 3, 1] @2 as w");
    Cut.expect(
        read(weight(2, 3, 4).node("Flatten w -> v", Attribute.of("axis", -2))),
        "w: neuron [2, 3, 4] / [2, 1, 1] @1 as w");
  }

  @Test
  void directionsOfSizeOneMayComeAndGo() throws IOException {
    Draft squeezed =
        weight(1, 4, 1, 6)
            .tensor(Tensor.ofLongs("axes", List.of(2L), 0, -2))
            .node("Squeeze w axes -> v");
    Cut.expect(read(squeezed), "w: neuron [1, 4, 1, 6] / [1, 4, 1, 1] @3 as w");
    Cut.expect(
        read(weight(1, 4, 1, 6).node("Squeeze w -> v")),
        "w: neuron [1, 4, 1, 6] / [1, 4, 1, 1] @3 as w");
    Draft spread =
        weight(4, 6)
            .tensor(Tensor.ofLongs("axes", List.of(2L), -1, 1))
            .node("Unsqueeze w axes -> v")
            .node("Conv x v -> y")
            .output("y", 1);
    Cut.expect(spread, "w: kernel-slice [4, 6] / [1, 6] @0 as w");
  }

  @Test
  void theOutputsAreCountedByTheDirectionThatHasThem() throws IOException {
    Draft draft =
        new Draft("rows")
            .input("x", 1, 4)
            .tensor(new Dice(1).floats("w", 1, 1, 6, 4))
            .node("Squeeze w -> v")
            .node("Gemm x v -> y", Attribute.of("transB", 1))
            .output("y", 1);
    Cut.expect(draft, "w: neuron [1, 6, 4] / [1, 1, 4] @1 as w");
  }

  @Test
  void aDirectionThatIsBrokenUpLeavesNoBlocks() throws IOException {
    Cut.expect(read(shaped(weight(4, 6), 2, 2, 6).node("Reshape w shape -> v")));
    Cut.expect(read(shaped(weight(4, 6), 3, 8).node("Reshape w shape -> v")));
    Cut.expect(read(shaped(weight(4, 6), 6, 4).node("Reshape w shape -> v")));
  }

  @Test
  void whatIsOutOfOrderInTheModelLeavesNoBlocks() throws IOException {
    Cut.expect(read(shaped(weight(4, 6), 4, 5).node("Reshape w shape -> v")));
    Cut.expect(read(shaped(weight(4, 6), -1, -1).node("Reshape w shape -> v")));
    Cut.expect(read(shaped(weight(4, 6), 0, 0, 0).node("Reshape w shape -> v")));
    Cut.expect(read(weight(4, 6).node("Flatten w -> v", Attribute.of("axis", 5))));
    Cut.expect(read(weight(4, 6).node("Flatten w -> v", Attribute.of("axis", -5))));
    Cut.expect(
        read(weight(4, 6).node("Transpose w -> v", Attribute.ofInts("perm", List.of(0L, 2L)))));
    Cut.expect(
        read(weight(4, 6).node("Transpose w -> v", Attribute.ofInts("perm", List.of(0L, 0L)))));
    Cut.expect(read(weight(4, 6).node("Transpose w -> v", Attribute.ofInts("perm", List.of(0L)))));
    Cut.expect(read(shaped(weight(4, 6), 9).node("Unsqueeze w shape -> v")));
    Cut.expect(read(shaped(weight(4, 6), 1, 1).node("Unsqueeze w shape -> v")));
    Cut.expect(read(shaped(weight(4, 6), 0).node("Squeeze w shape -> v")));
    Cut.expect(
        read(
            weight(4, 6)
                .tensor(new Dice(1).bits("shape", ElementType.COMPLEX64, 2))
                .node("Reshape w shape -> v")));
  }

  @Test
  void sizesThatAreComputedLeaveNoBlocks() throws IOException {
    Cut.expect(
        read(weight(4, 6).input("shape", ElementType.INT64, 2).node("Reshape w shape -> v")));
  }

  @Test
  void halfFloatsBehindACastAreReadAsTheyAreStored() throws IOException {
    byte[] one = {0x00, 0x3c, 0x00, (byte) 0xc0};
    Draft draft =
        new Draft("halves")
            .input("x", 1, 4)
            .tensor(Tensor.of("w", ElementType.FLOAT16, List.of(2L, 1L), Bytes.of(one)))
            .node("Cast w -> v", Attribute.of("to", 1));
    Cut.expect(read(draft), "w: neuron [2, 1] / [2, 1] @1 as v");
    assertArrayEquals(new float[] {1, -2}, Cut.values(Cut.only(draft)));
  }

  @Test
  void doublesAreReadAsFloats() throws IOException {
    byte[] raw = new byte[16];
    raw[7] = (byte) 0x3f;
    raw[6] = (byte) 0xf0;
    Draft draft =
        new Draft("doubles")
            .input("x", ElementType.FLOAT64, 1, 4)
            .tensor(Tensor.of("v", ElementType.FLOAT64, List.of(2L, 1L), Bytes.of(raw)));
    LayerBlocks blocks = Cut.only(read(draft));
    assertEquals(1, Values.of(blocks).at(0));
    assertEquals(0, Values.of(blocks).at(1));
  }
}
