// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Convolutions fall into kernel slices. */
class KernelBlocksTest {
  private static Draft convolution(String operator, long... dims) {
    return new Draft("convolution")
        .input("x", 1, 4, 8, 8)
        .tensor(new Dice(1).floats("w", 1, dims))
        .node(operator + " x w -> y")
        .output("y", 1);
  }

  @Test
  void aSliceIsWhatOneOutputTakesFromOneInput() throws IOException {
    Cut.expect(
        convolution("Conv", 6, 4, 3, 3), "w: kernel-slice [6, 4, 3, 3] / [1, 1, 3, 3] @0 as w");
    Cut.expect(
        convolution("Conv", 6, 4, 1, 1), "w: kernel-slice [6, 4, 1, 1] / [1, 1, 1, 1] @0 as w");
    Cut.expect(
        convolution("Conv", 6, 4, 5, 1), "w: kernel-slice [6, 4, 5, 1] / [1, 1, 5, 1] @0 as w");
  }

  @Test
  void depthwiseAndGroupedKernelsHaveFewerInputs() throws IOException {
    Cut.expect(
        convolution("Conv", 4, 1, 3, 3), "w: kernel-slice [4, 1, 3, 3] / [1, 1, 3, 3] @0 as w");
    Cut.expect(
        convolution("Conv", 8, 2, 3, 3), "w: kernel-slice [8, 2, 3, 3] / [1, 1, 3, 3] @0 as w");
  }

  @Test
  void kernelsHaveAnyNumberOfDirections() throws IOException {
    Cut.expect(convolution("Conv", 6, 4, 3), "w: kernel-slice [6, 4, 3] / [1, 1, 3] @0 as w");
    Cut.expect(
        convolution("Conv", 6, 4, 3, 2, 5),
        "w: kernel-slice [6, 4, 3, 2, 5] / [1, 1, 3, 2, 5] @0 as w");
    Cut.expect(convolution("Conv", 6, 4));
  }

  @Test
  void aTransposedConvolutionCountsItsOutputsSecond() throws IOException {
    Cut.expect(
        convolution("ConvTranspose", 4, 6, 2, 2),
        "w: kernel-slice [4, 6, 2, 2] / [1, 1, 2, 2] @1 as w");
  }

  @Test
  void aBatchNormBelongsToTheLayerBeforeIt() throws IOException {
    Blocks blocks = Blocks.of(Models.smallCnn());
    assertEquals(
        List.of("c1.w", "c2.w", "fc.w"), blocks.layers().stream().map(LayerBlocks::name).toList());
    assertEquals(List.of(1), blocks.layers().getFirst().layer().folded());
    assertEquals(4 * 3 + 6 * 4 + 5, blocks.count());
    assertEquals(9 * (4 * 3 + 6 * 4) + 5 * 6, blocks.weights());
    assertEquals(blocks.weights() + 5 * (4 + 6) + 5, blocks.parameters());
  }

  @Test
  void someLayersCanBeLookedAtAloneOutOfAllParameters() throws IOException {
    Blocks blocks = Blocks.of(Models.smallCnn());
    Blocks some = blocks.only(layer -> layer.kind() == BlockKind.NEURON);
    assertEquals(5, some.count());
    assertEquals(30, some.weights());
    assertEquals(blocks.parameters(), some.parameters());
  }

  @Test
  void aWeightThatTwoLayersShareIsCutOnce() throws IOException {
    assertEquals(
        List.of("w: neuron [4, 4] / [4, 1] @1 as w"), Cut.lines(Models.sharedInitializer()));
    assertEquals(16, Blocks.of(Models.sharedInitializer()).parameters());
  }

  @Test
  void weightsOfConstantNodesAndOfInnerGraphsAreCutToo() throws IOException {
    assertEquals(List.of("w: neuron [4, 3] / [4, 1] @1 as w"), Cut.lines(Models.constantWeights()));
    assertEquals(
        List.of(
            "inner: neuron [4, 3] / [4, 1] @1 as inner",
            "outer: neuron [4, 3] / [4, 1] @1 as outer"),
        Cut.lines(Models.withSubgraph()));
    assertEquals(List.of("step: neuron [4, 4] / [4, 1] @1 as step"), Cut.lines(Models.withLoop()));
  }

  @Test
  void aModelWithoutLayersHasNoBlocks() throws IOException {
    OnnxModel model = new Draft("none").input("x", 1).node("Relu x -> y").output("y", 1).model();
    assertEquals(List.of(), Cut.lines(model));
    assertEquals(0, Blocks.of(model).count());
  }

  @Test
  void anOperatorOfAnotherDomainIsNotKnown() throws IOException {
    OnnxModel model = convolution("Conv", 6, 4, 3, 3).model();
    OnnxModel other =
        model.with(
            model
                .graph()
                .edit()
                .replaceNode(0, model.graph().nodes().getFirst().inDomain("else.where"))
                .apply());
    assertEquals(List.of(), Cut.lines(other));
  }

  @Test
  void aKernelWithoutNumbersHasNoBlocks() throws IOException {
    Cut.expect(convolution("Conv", 0, 4, 3, 3));
    Cut.expect(convolution("MatMul", 4, 0));
  }

  @Test
  void readsTheNumbersOfABlockInTheirOrder() throws IOException {
    Draft draft = convolution("Conv", 6, 4, 3, 3);
    LayerBlocks blocks = Cut.only(draft);
    float[] all = Cut.values(blocks);
    float[] third = new float[9];
    System.arraycopy(all, 2 * 9, third, 0, 9);
    assertArrayEquals(third, Values.of(blocks).at(blocks.tiling().elements(2)));
    assertEquals((float) blocks.weight().tensor().numbers().at(100), Values.of(blocks).at(100));
  }

  @Test
  void kindsAreWrittenAsPeopleWriteThem() {
    assertEquals("kernel-slice", BlockKind.KERNEL_SLICE.toString());
    assertEquals("embedding-row", BlockKind.EMBEDDING_ROW.toString());
  }

  @Test
  void aKernelThatIsComputedHasNoBlocks() throws IOException {
    Cut.expect(
        new Draft("computed")
            .input("x", 1, 4, 8, 8)
            .input("w", 6, 4, 3, 3)
            .node("Conv x w -> y", Attribute.ofInts("pads", List.of(1L, 1L, 1L, 1L)))
            .output("y", 1));
  }
}
