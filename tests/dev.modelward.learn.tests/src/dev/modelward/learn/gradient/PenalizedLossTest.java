// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is added to a loss pulls at the weights once, however many samples there are. */
class PenalizedLossTest {
  private static final String WEIGHT = "dense0.weight";
  private static final List<Long> DIMS = List.of(2L, 3L);
  private static final Loss PLAIN = new Loss.SquaredError("y");

  /** Two values to add: the sum of a weight's squares, and of its rounded numbers. */
  private static OnnxModel model() {
    OnnxModel model = Network.of(5, 3).dense(2).model();
    GraphEdit edit = model.graph().edit();
    edit.add(Node.of("Mul", List.of(WEIGHT, WEIGHT), List.of("squares")));
    edit.add(Node.of("Floor", List.of(WEIGHT), List.of("floor")).named("floorNode"));
    edit.add(Node.of("ReduceSum", List.of("floor"), List.of("rounded")));
    edit.add(Node.of("ReduceSum", List.of("squares"), List.of("kept")));
    edit.add(
        Node.of("ReduceSum", List.of("squares"), List.of("sum")).with(Attribute.of("keepdims", 0)));
    return model.with(edit.apply());
  }

  private static NativeTensor samples() throws Exception {
    return NativeTensor.of(DIMS, 1, -2, 3, 0.5f, 4, -1);
  }

  private static Observation seen(OnnxModel model) throws Exception {
    try (NativeTensor samples = samples()) {
      return Observation.of(model, Map.of("x", samples));
    }
  }

  /** The gradient of the weight, where the weight of each sample is zero if there is one. */
  private static float[] gradient(Loss loss) throws Exception {
    OnnxModel model = model();
    Gradient gradient = Gradient.of(model, loss, List.of(WEIGHT), seen(model));
    try (NativeTensor samples = samples();
        NativeTensor target = NativeTensor.of(List.of(2L, 2L), 1, 0, 0, 1);
        NativeTensor weights = NativeTensor.zeros(ElementType.FLOAT32, List.of(2L, 1L));
        NativeTensor found = NativeTensor.zeros(ElementType.FLOAT32, DIMS);
        Session session = Session.open(gradient.model(), SessionSettings.cpu(1))) {
      Map<String, NativeTensor> inputs = new HashMap<>(Map.of("x", samples, Loss.TARGET, target));
      if (loss.hasWeight()) {
        inputs.put(Loss.WEIGHT, weights);
      }
      session.run(inputs, Map.of(gradient.outputs().get(WEIGHT), found));
      float[] numbers = new float[6];
      found.floats().get(numbers);
      return numbers;
    }
  }

  private static float[] weight() throws Exception {
    Tensor tensor = model().graph().initializer(WEIGHT).orElseThrow();
    float[] numbers = new float[6];
    tensor.numbers().copyTo(numbers, 0);
    return numbers;
  }

  private static float[] slope(float[] plain, int times) throws Exception {
    float[] slope = weight();
    for (int i = 0; i < slope.length; i++) {
      slope[i] = plain[i] + times * 2 * slope[i];
    }
    return slope;
  }

  @Test
  void theSlopeOfAPenaltyIsAddedOnce() throws Exception {
    float[] plain = gradient(PLAIN);

    float[] once = gradient(new Loss.Penalized(PLAIN, List.of("sum")));
    float[] twice = gradient(new Loss.Penalized(PLAIN, List.of("sum", "kept")));

    assertArrayEquals(slope(plain, 1), once, 1e-5f);
    assertArrayEquals(slope(plain, 2), twice, 1e-5f);
  }

  @Test
  void penaltiesOfPenalizedLossesAddUp() throws Exception {
    Loss once = new Loss.Penalized(PLAIN, List.of("sum"));
    Loss twice = new Loss.Penalized(once, List.of("kept"));

    assertEquals(List.of("sum", "kept"), twice.penalties());
    assertArrayEquals(slope(gradient(PLAIN), 2), gradient(twice), 1e-5f);
  }

  @Test
  void weightsOfSamplesLeaveAPenaltyAsItIs() throws Exception {
    float[] alone = slope(new float[6], 1);

    Loss inside = new Loss.Weighted(new Loss.Penalized(PLAIN, List.of("sum")));
    Loss outside = new Loss.Penalized(new Loss.Weighted(PLAIN), List.of("sum"));

    assertArrayEquals(alone, gradient(inside), 1e-6f);
    assertArrayEquals(alone, gradient(outside), 1e-6f);
  }

  @Test
  void refusesAPenaltyOfSeveralNumbers() throws Exception {
    Loss loss = new Loss.Penalized(PLAIN, List.of("squares"));
    Observation seen = seen(model());

    assertThrows(
        IllegalArgumentException.class, () -> Gradient.of(model(), loss, List.of(WEIGHT), seen));
  }

  @Test
  void namesWhatGradientsCannotPassOnTheWayToAPenalty() throws Exception {
    Loss loss = new Loss.Penalized(PLAIN, List.of("rounded"));
    Observation seen = seen(model());
    Obstacle floor = new Obstacle("floorNode", "Floor", "", 17);

    assertEquals(List.of(floor), Gradient.obstacles(model(), loss, List.of(WEIGHT), seen));
    UnsupportedNodeException refusal =
        assertThrows(
            UnsupportedNodeException.class,
            () -> Gradient.of(model(), loss, List.of(WEIGHT), seen));
    assertEquals(floor, refusal.obstacle());
    assertEquals(List.of(), Gradient.obstacles(model(), PLAIN, List.of(WEIGHT), seen));
  }
}
