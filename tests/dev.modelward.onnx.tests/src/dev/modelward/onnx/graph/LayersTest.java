// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static List<String> described(OnnxModel model) {
    return Layers.of(model).stream()
        .map(layer ->
            "%s%s %s %d %s"
                .formatted(
                    layer.scope().isMain() ? "" : layer.scope() + " ",
                    layer.operator(),
                    layer.weights().stream().map(Weight::name).toList(),
                    layer.parameters(),
                    layer.folded()))
        .toList();
  }

  @Test
  void aLayerIsANodeThatOwnsWeights() {
    assertEquals(
        List.of("Gemm [w1, b1] 40 []", "Gemm [w2, b2] 27 []"), described(Models.twoLayerMlp()));
    Layer first = Layers.of(Models.twoLayerMlp()).getFirst();
    assertEquals("h_Gemm", first.name());
    assertEquals(List.of(4L, 8L), first.kernel().dims());
    assertEquals(160, first.bytes());
    assertEquals(0, first.node());
  }

  @Test
  void aBatchNormBelongsToTheConvolutionBeforeIt() {
    assertEquals(
        List.of(
            "Conv [c1.w, c1.b, c1.scale, c1.shift, c1.mean, c1.var] 128 [1]",
            "Conv [c2.w, c2.b, c2.scale, c2.shift, c2.mean, c2.var] 246 [4]",
            "Gemm [fc.w, fc.b] 35 []"),
        described(Models.smallCnn()));
  }

  private static Draft batchNorm(Draft draft, String from, String to) {
    return draft
        .tensor(new Dice(1).positive("s", 4))
        .tensor(new Dice(2).floats("b", 1, 4))
        .tensor(new Dice(3).floats("m", 1, 4))
        .tensor(new Dice(4).positive("v", 4))
        .node("BatchNormalization %s s b m v -> %s".formatted(from, to));
  }

  private static Draft matMul() {
    return new Draft("g")
        .input("x", 1, 4)
        .tensor(new Dice(5).floats("w", 1, 4, 4))
        .node("MatMul x w -> a");
  }

  @Test
  void aBatchNormAloneIsALayerOfItsOwn() {
    Draft draft = new Draft("g").input("x", 1, 4);
    assertEquals(
        List.of("BatchNormalization [s, b, m, v] 16 []"),
        described(batchNorm(draft, "x", "y").output("y", 1, 4).model()));
  }

  @Test
  void aBatchNormIsNotFoldedWhereSomebodyElseReadsTheLayersOutput() {
    List<String> apart = List.of("MatMul [w] 16 []", "BatchNormalization [s, b, m, v] 16 []");
    OnnxModel read =
        batchNorm(matMul(), "a", "y")
            .node("Relu a -> z")
            .output("y", 1, 4)
            .output("z", 1, 4)
            .model();
    assertEquals(apart, described(read));
    OnnxModel output = batchNorm(matMul(), "a", "y").output("y", 1, 4).output("a", 1, 4).model();
    assertEquals(apart, described(output));
  }

  @Test
  void anAdditionOfABiasBelongsToTheMultiplicationBeforeIt() {
    OnnxModel model =
        matMul()
            .tensor(new Dice(6).floats("bias", 1, 4))
            .node("Add bias a -> y")
            .output("y", 1, 4)
            .model();
    assertEquals(List.of("MatMul [w, bias] 20 [1]"), described(model));
    OnnxModel both =
        batchNorm(
                matMul().tensor(new Dice(6).floats("bias", 1, 4)).node("Add a bias -> c"), "c", "y")
            .output("y", 1, 4)
            .model();
    assertEquals(List.of("MatMul [w, bias, s, b, m, v] 36 [1, 2]"), described(both));
    OnnxModel sum = matMul().node("Add a x -> y").output("y", 1, 4).model();
    assertEquals(List.of("MatMul [w] 16 []"), described(sum), "no bias, but another value");
  }

  @Test
  void quantizedWeightsCountAndTheirScalesDoNot() {
    assertEquals(List.of("Conv [w.q, b.q] 57 []"), described(Models.quantizedConv()));
    assertEquals(54 + 3 * 4, Layers.of(Models.quantizedConv()).getFirst().bytes());
  }

  @Test
  void weightsInConstantNodesCount() {
    assertEquals(List.of("Gemm [w, b] 15 []"), described(Models.constantWeights()));
  }

  @Test
  void sharedWeightsCountOnceForTheModel() {
    List<Layer> layers = Layers.of(Models.sharedInitializer());
    assertEquals(2, layers.size());
    assertEquals(16, layers.get(1).parameters());
    assertEquals(16, Layers.parameters(layers));
  }

  @Test
  void oneWeightInTwoRolesOfALayerCountsOnce() {
    Draft draft = new Draft("g").input("x", 1, 4).tensor(new Dice(1).floats("w", 1, 4, 4));
    OnnxModel model = draft.node("Gemm x w w -> y").output("y", 4, 4).model();
    assertEquals(16, Layers.of(model).getFirst().parameters());
    assertEquals(64, Layers.of(model).getFirst().bytes());
  }

  @Test
  void layersInBranchesAndLoopsAreFoundWithTheirWeightsOutside() {
    assertEquals(
        List.of("2:then_branch MatMul [inner] 12 []", "2:else_branch MatMul [outer] 12 []"),
        described(Models.withSubgraph()));
    assertEquals(List.of("0:body MatMul [step] 16 []"), described(Models.withLoop()));
  }

  @Test
  void aCallOfAFunctionOwnsTheWeightsItIsGiven() {
    assertEquals(List.of("Dense [w] 8 []"), described(Models.withFunction()));
  }

  @Test
  void settingsAreNoWeights() {
    OnnxModel model =
        new Draft("g")
            .input("x", 1, 4)
            .tensor(Tensor.ofLongs("shape", List.of(2L), 2, 2))
            .tensor(Tensor.ofFloats("low", List.of(), 0))
            .tensor(Tensor.ofFloats("two", List.of(), 2))
            .node("Reshape x shape -> r")
            .node("Clip r low -> c")
            .node("Mul c two -> y")
            .output("y", 2, 2)
            .model();
    assertEquals(List.of(), described(model));
  }

  @Test
  void everyLayerNamesItsNode() {
    OnnxModel model = Models.smallCnn();
    for (Layer layer : Layers.of(model)) {
      Node node = model.graph().nodes().get(layer.node());
      assertTrue(node.is(layer.operator()) && node.label().equals(layer.name()));
      layer
          .folded()
          .forEach(i -> assertTrue(model.graph().nodes().get(i).is("BatchNormalization")));
    }
  }
}
