// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Matrices fall into what belongs to one output, one word, or one gate. */
class NeuronBlocksTest {
  private static Draft layer(String line, long[] dims, Attribute... attributes) {
    return new Draft("layer")
        .input("x", 1, 4)
        .tensor(new Dice(1).floats("w", 1, dims))
        .node(line, attributes)
        .output("y", 1);
  }

  private static long[] dims(long... dims) {
    return dims;
  }

  @Test
  void gemmHasColumnsOrRows() throws IOException {
    Cut.expect(layer("Gemm x w -> y", dims(4, 6)), "w: neuron [4, 6] / [4, 1] @1 as w");
    Cut.expect(
        layer("Gemm x w -> y", dims(6, 4), Attribute.of("transB", 1)),
        "w: neuron [6, 4] / [1, 4] @0 as w");
  }

  @Test
  void aWeightOnTheLeftOfGemmIsTheOtherWayRound() throws IOException {
    Cut.expect(layer("Gemm w x -> y", dims(6, 4)), "w: neuron [6, 4] / [1, 4] @0 as w");
    Cut.expect(
        layer("Gemm w x -> y", dims(4, 6), Attribute.of("transA", 1)),
        "w: neuron [4, 6] / [4, 1] @1 as w");
  }

  @Test
  void matricesOfAProductHaveColumnsOnTheRightAndRowsOnTheLeft() throws IOException {
    Cut.expect(layer("MatMul x w -> y", dims(4, 6)), "w: neuron [4, 6] / [4, 1] @1 as w");
    Cut.expect(layer("MatMul w x -> y", dims(6, 4)), "w: neuron [6, 4] / [1, 4] @0 as w");
    Cut.expect(layer("MatMul x w -> y", dims(4)));
  }

  @Test
  void eachMatrixOfABatchHasNeuronsOfItsOwn() throws IOException {
    Cut.expect(layer("MatMul x w -> y", dims(3, 4, 6)), "w: neuron [3, 4, 6] / [1, 4, 1] @2 as w");
    Cut.expect(layer("MatMul w x -> y", dims(3, 6, 4)), "w: neuron [3, 6, 4] / [1, 1, 4] @1 as w");
  }

  @Test
  void bothMatricesOfAProductCanBeWeights() throws IOException {
    Cut.expect(
        new Draft("both")
            .tensor(new Dice(1).floats("a", 1, 3, 4))
            .tensor(new Dice(2).floats("b", 1, 4, 5))
            .node("MatMul a b -> y")
            .output("y", 3, 5),
        "b: neuron [4, 5] / [4, 1] @1 as b",
        "a: neuron [3, 4] / [1, 4] @0 as a");
  }

  @Test
  void anEmbeddingHasRows() throws IOException {
    Draft draft =
        new Draft("embedding")
            .input("i", ElementType.INT64, 3)
            .tensor(new Dice(1).floats("w", 1, 10, 4))
            .tensor(new Dice(2).floats("deep", 1, 10, 4, 2))
            .tensor(new Dice(3).floats("across", 1, 10, 4))
            .node("Gather w i -> a")
            .node("Gather deep i -> b", Attribute.of("axis", 0))
            .node("Gather across i -> c", Attribute.of("axis", 1))
            .output("a", 3, 4);
    Cut.expect(
        draft,
        "w: embedding-row [10, 4] / [1, 4] @0 as w",
        "deep: embedding-row [10, 4, 2] / [1, 4, 2] @0 as deep");
  }

  @Test
  void recurrentLayersHaveARowForEachGateOfEachCell() throws IOException {
    for (String operator : new String[] {"LSTM", "GRU", "RNN"}) {
      Draft draft =
          new Draft("recurrent")
              .input("x", 5, 1, 3)
              .tensor(new Dice(1).floats("w", 1, 2, 8, 3))
              .tensor(new Dice(2).floats("r", 1, 2, 8, 2))
              .tensor(new Dice(3).floats("b", 1, 2, 16))
              .node(operator + " x w r b -> y", Attribute.of("hidden_size", 2))
              .output("y", 5);
      Cut.expect(
          draft,
          "w: gate-row [2, 8, 3] / [1, 1, 3] @1 as w",
          "r: gate-row [2, 8, 2] / [1, 1, 2] @1 as r");
    }
  }
}
