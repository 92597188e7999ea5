// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Numbers;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static OnnxModel residual(long seed) {
    return Network.of(seed, 3, 16, 16)
        .conv(8, 3)
        .batchNorm()
        .relu()
        .residual(body -> body.conv(8, 3).batchNorm().relu())
        .residual(body -> body.conv(16, 3, 2).batchNorm().relu())
        .maxPool(2)
        .globalAveragePool()
        .dense(10)
        .model();
  }

  @Test
  void makesANetworkThatRunsOnAnyNumberOfSamples() throws Exception {
    for (long samples : List.of(1L, 5L)) {
      List<Long> dims = List.of(samples, 3L, 16L, 16L);
      try (NativeTensor images = NativeTensor.zeros(ElementType.FLOAT32, dims)) {
        Observation seen = Observation.of(residual(1), Map.of("x", images));
        assertEquals(List.of(samples, 10L), seen.value("y").orElseThrow().dims());
      }
    }
  }

  @Test
  void repeatsItsWeightsForASeed() {
    assertTrue(residual(7).message().sameAs(residual(7).message()));
    assertFalse(residual(7).message().sameAs(residual(8).message()));
  }

  @Test
  void beginsWithTheVarianceThatKeepsASignalItsSize() throws Exception {
    OnnxModel model = Network.of(3, 64, 8, 8).conv(256, 3).model();
    Tensor kernel = model.graph().initializers().get(0);
    Numbers numbers = kernel.numbers();
    double squares = 0;
    for (long i = 0; i < numbers.count(); i++) {
      squares += numbers.at(i) * numbers.at(i);
    }

    assertEquals(2.0 / (64 * 9), squares / numbers.count(), 1e-4);
  }
}
