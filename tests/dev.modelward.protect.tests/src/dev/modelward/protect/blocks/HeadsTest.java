// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Attention heads are known by what happens to the outputs of their matrices. */
class HeadsTest {
  private static final String NEURONS = "w: neuron [12, 12] / [12, 1] @1 as w";
  private static final String HEADS = "w: head [12, 12] / [12, 4] @1 as w";

  private static Draft attention() {
    return new Draft("attention")
        .input("x", 1, 5, 12)
        .tensor(new Dice(1).floats("w", 1, 12, 12))
        .tensor(new Dice(2).floats("b", 1, 12))
        .tensor(Tensor.ofLongs("shape", List.of(4L), 0, -1, 3, 4));
  }

  private static Attribute order(Long... axes) {
    return Attribute.ofInts("perm", List.of(axes));
  }

  private static Draft transposed(Draft draft) {
    return draft.node("Transpose h -> y", order(0L, 2L, 1L, 3L)).output("y", 1);
  }

  @Test
  void outputsThatAreReshapedAndTransposedAreHeads() throws IOException {
    Cut.expect(transposed(attention().node("MatMul x w -> p").node("Reshape p shape -> h")), HEADS);
  }

  @Test
  void aBiasMayComeBetween() throws IOException {
    Draft draft = attention().node("MatMul x w -> p").node("Add p b -> s");
    Cut.expect(transposed(draft.node("Reshape s shape -> h")), HEADS);
  }

  @Test
  void gemmWithRowsHasHeadsOfRows() throws IOException {
    Draft draft = attention().node("Gemm x w b -> p", Attribute.of("transB", 1));
    Cut.expect(
        transposed(draft.node("Reshape p shape -> h")), "w: head [12, 12] / [4, 12] @0 as w");
  }

  @Test
  void theSizesMayBePutTogetherByTheModel() throws IOException {
    Draft draft =
        attention()
            .tensor(Tensor.ofLongs("heads", List.of(1L), 3))
            .tensor(Tensor.ofLongs("each", List.of(1L), 4))
            .tensor(Tensor.ofLongs("first", List.of(1L), 0))
            .tensor(Tensor.ofLongs("zero", List.of(1L), 0))
            .node("Shape x -> sizes")
            .node("Gather sizes first -> batch")
            .node("Concat batch zero heads each -> given", Attribute.of("axis", 0))
            .node("MatMul x w -> p")
            .node("Reshape p given -> h");
    Cut.expect(transposed(draft), HEADS);
  }

  @Test
  void withoutATransposeThereAreNoHeads() throws IOException {
    Cut.expect(
        attention().node("MatMul x w -> p").node("Reshape p shape -> y").output("y", 1), NEURONS);
  }

  @Test
  void aProjectionOfAllHeadsIsMadeOfNeurons() throws IOException {
    Draft draft =
        attention()
            .input("heads", 1, 3, 5, 4)
            .tensor(Tensor.ofLongs("flat", List.of(3L), 0, -1, 12))
            .node("Transpose heads -> t", order(0L, 2L, 1L, 3L))
            .node("Reshape t flat -> r")
            .node("MatMul r w -> p")
            .node("Add p b -> s")
            .node("Add s x -> y")
            .output("y", 1);
    Cut.expect(draft, NEURONS);
  }

  @Test
  void queriesKeysAndValuesMayComeFromOneMatrix() throws IOException {
    Draft draft =
        attention()
            .tensor(new Dice(3).floats("qkv", 1, 12, 36))
            .tensor(Tensor.ofLongs("five", List.of(5L), 0, -1, 3, 3, 4))
            .node("MatMul x qkv -> p")
            .node("Reshape p five -> h")
            .node("Transpose h -> y", order(2L, 0L, 3L, 1L, 4L))
            .output("y", 1);
    Cut.expect(draft, "qkv: head [12, 36] / [12, 4] @1 as qkv");
  }

  @Test
  void sizesThatDoNotDivideTheOutputsAreNoHeads() throws IOException {
    for (long each : new long[] {12, 5, 1, -1, 24}) {
      Draft draft =
          attention()
              .tensor(Tensor.ofLongs("odd", List.of(4L), 0, -1, 1, each))
              .node("MatMul x w -> p")
              .node("Reshape p odd -> h");
      Cut.expect(transposed(draft), NEURONS);
    }
  }

  @Test
  void outputsThatTwoNodesReadAreNeurons() throws IOException {
    Draft draft = attention().node("MatMul x w -> p").node("Relu p -> other");
    Cut.expect(transposed(draft.node("Reshape p shape -> h")), NEURONS);
  }

  @Test
  void theRowsOfAWeightOnTheLeftAreNoHeads() throws IOException {
    Draft draft = attention().node("MatMul w x -> p").node("Reshape p shape -> h");
    Cut.expect(transposed(draft), "w: neuron [12, 12] / [1, 12] @0 as w");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void valuesThatGoRoundInACircleAreNeurons() throws IOException {
    Draft draft =
        attention()
            .node("MatMul x w -> p")
            .node("Add p d -> c")
            .node("Cast c -> d", Attribute.of("to", 1))
            .output("c", 1);
    Cut.expect(draft, NEURONS);
    Cut.expect(attention().node("MatMul x w -> p").node("Add p c -> c").output("c", 1), NEURONS);
  }

  @Test
  void sizesThatNobodyGivesAreNoHeads() throws IOException {
    Draft draft = attention().node("Concat -> none").node("MatMul x w -> p");
    Cut.expect(transposed(draft.node("Reshape p none -> h")), NEURONS);
  }
}
