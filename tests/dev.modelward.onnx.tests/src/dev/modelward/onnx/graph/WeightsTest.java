// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static List<String> names(OnnxModel model) {
    return Weights.of(model).all().stream().map(Weight::name).toList();
  }

  @Test
  void findsInitializersAndConstantsOfAllGraphs() {
    assertEquals(List.of("w1", "b1", "w2", "b2"), names(Models.twoLayerMlp()));
    assertEquals(List.of("w", "b"), names(Models.constantWeights()));
    assertEquals(List.of("outer", "zero", "inner"), names(Models.withSubgraph()));
    assertEquals(List.of("rounds", "step"), names(Models.withLoop()));
  }

  @Test
  void anInnerGraphSeesTheWeightsAroundItAndItsOwn() {
    OnnxModel model = Models.withSubgraph();
    Weights weights = Weights.of(model);
    Scope branch = Scope.of(model).get(1);
    assertEquals(branch, weights.find(branch, "inner").orElseThrow().site().scope());
    assertEquals(Scope.MAIN, weights.find(branch, "outer").orElseThrow().site().scope());
    assertTrue(weights.find(Scope.MAIN, "inner").isEmpty());
    assertTrue(weights.find(branch, "x").isEmpty());
  }

  @Test
  void tellsWhichWeightsAreShared() {
    OnnxModel model = Models.sharedInitializer();
    Map<String, Integer> shared =
        Weights.of(model).shared(model).entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    assertEquals(Map.of("w", 2), shared);
    OnnxModel none = Models.smallCnn();
    assertEquals(Map.of(), Weights.of(none).shared(none));
  }

  @Test
  void aWeightIsReplacedWhereverItStands() throws IOException {
    for (OnnxModel model :
        List.of(Models.withSubgraph(), Models.withLoop(), Models.constantWeights())) {
      Weight last = Weights.of(model).all().getLast();
      Tensor zeros = last.tensor().withRaw(zeros(last.tensor()));
      OnnxModel changed = last.replace(model, zeros);
      assertEquals(0, Weights.of(changed).all().getLast().tensor().numbers().at(0));
      assertTrue(last.tensor().numbers().at(0) != 0);
    }
  }

  private static Bytes zeros(Tensor tensor) throws IOException {
    return Bytes.of(new byte[(int) tensor.byteSize()]);
  }

  @Test
  void refusesToReplaceInAModelWithoutThatPlace() {
    Weight weight = Weights.of(Models.withLoop()).all().getLast();
    OnnxModel other = Models.twoLayerMlp();
    assertThrows(IllegalArgumentException.class, () -> weight.replace(other, weight.tensor()));
  }
}
