// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Samples may pull at the weights as much as each of them is told to. */
class WeightedLossTest {
  private static final List<Long> SAMPLES = List.of(2L, 3L);

  private static float[] gradient(OnnxModel model, Loss loss, float... weights) throws Exception {
    String judged = model.graph().outputs().getFirst().name();
    String wanted = model.graph().initializers().getFirst().name();
    try (NativeTensor samples = NativeTensor.of(SAMPLES, 1, -2, 3, 0.5f, 4, -1);
        NativeTensor target = NativeTensor.of(List.of(2L, 2L), 1, 0, 0, 1);
        NativeTensor weight = NativeTensor.of(List.of(2L, 1L), weights);
        NativeTensor losses = NativeTensor.zeros(ElementType.FLOAT32, List.of(2L))) {
      Map<String, NativeTensor> inputs = new HashMap<>();
      inputs.put(model.graph().inputs().getFirst().name(), samples);
      Observation seen = Observation.of(model, inputs);
      inputs.put(Loss.TARGET, target);
      if (loss instanceof Loss.Weighted) {
        inputs.put(Loss.WEIGHT, weight);
      }
      Gradient gradient = Gradient.of(model, loss, List.of(wanted), seen);
      assertEquals(judged, loss.judged());
      List<Long> dims = model.graph().initializers().getFirst().dims();
      try (NativeTensor found = NativeTensor.zeros(ElementType.FLOAT32, dims);
          Session session = Session.open(gradient.model(), SessionSettings.cpu(1))) {
        session.run(
            inputs, Map.of(gradient.perSample(), losses, gradient.outputs().get(wanted), found));
        float[] numbers = new float[found.floats().capacity()];
        found.floats().get(numbers);
        return numbers;
      }
    }
  }

  private static OnnxModel model() {
    return Network.of(5, 3).dense(2).model();
  }

  @Test
  void oppositeWeightsGiveTheDifferenceOfTheSamples() throws Exception {
    OnnxModel model = model();
    String judged = model.graph().outputs().getFirst().name();
    for (Loss loss : List.of(new Loss.CrossEntropy(judged), new Loss.SquaredError(judged))) {
      float[] both = gradient(model, loss);
      float[] first = gradient(model, new Loss.Weighted(loss), 1, 0);
      float[] second = gradient(model, new Loss.Weighted(loss), 0, 1);
      float[] signed = gradient(model, new Loss.Weighted(loss), 1, -1);
      for (int i = 0; i < both.length; i++) {
        assertEquals(both[i], first[i] + second[i], 1e-6);
        assertEquals(signed[i], first[i] - second[i], 1e-6);
      }
      assertArrayEquals(both, gradient(model, new Loss.Weighted(loss), 1, 1), 0);
    }
  }
}
