// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch norm by the statistics of the batch, against one in double precision. */
class BatchStatisticsTest {
  private static final double EPSILON = 1e-3;
  private static final double STEP = 1e-5;
  private static final List<List<Long>> SIZES =
      List.of(
          List.of(4L, 3L, 5L, 6L),
          List.of(7L, 4L),
          List.of(2L, 5L, 9L),
          List.of(3L, 2L, 2L, 3L, 4L),
          List.of(1L, 3L, 4L, 4L));

  private static OnnxModel model(long opset, int channels, String... outputs) {
    GraphEdit edit = Graph.named("norm").edit();
    for (String input : List.of("x", "r")) {
      edit.addInput(
          new Value(input, new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Unranked())));
    }
    SplitMix64 random = new SplitMix64(5);
    for (String name : List.of("scale", "bias", "mean", "variance")) {
      edit.add(Tensor.ofFloats(name, List.of((long) channels), numbers(random, channels, 0.5, 2)));
    }
    List<String> given = new ArrayList<>(List.of("y"));
    given.addAll(List.of(outputs));
    Node norm =
        Node.of("BatchNormalization", List.of("x", "scale", "bias", "mean", "variance"), given)
            .with(Attribute.of("epsilon", (float) EPSILON))
            .with(Attribute.of("momentum", 0.75f));
    edit.add(norm).add(Node.of("Mul", List.of("y", "r"), List.of("z")));
    edit.addOutput(new Value("z", new ValueType.Unspecified()));
    return OnnxModel.of(opset < 21 ? 8 : 10, List.of(new Opset("", opset)), edit.apply());
  }

  private static float[] numbers(SplitMix64 random, int count, double low, double high) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.between(low, high);
    }
    return numbers;
  }

  /** A norm of some sizes in doubles, and the inputs by which it is asked. */
  private record Reference(List<Long> dims, Map<String, double[]> given) {
    static Reference of(List<Long> dims, OnnxModel model) throws Exception {
      int count = (int) dims.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
      SplitMix64 random = new SplitMix64(11);
      Map<String, double[]> given = new LinkedHashMap<>();
      given.put("x", doubles(numbers(random, count, -1, 3)));
      given.put("r", doubles(numbers(random, count, -1, 1)));
      for (String name : List.of("scale", "bias")) {
        double[] numbers = new double[dims.get(1).intValue()];
        model.graph().initializer(name).orElseThrow().numbers().copyTo(numbers, 0);
        given.put(name, numbers);
      }
      return new Reference(dims, given);
    }

    private static double[] doubles(float[] numbers) {
      double[] doubles = new double[numbers.length];
      for (int i = 0; i < doubles.length; i++) {
        doubles[i] = numbers[i];
      }
      return doubles;
    }

    int channels() {
      return dims.get(1).intValue();
    }

    int perChannel() {
      return given.get("x").length / channels();
    }

    private int channel(int at) {
      int places = perChannel() / dims.get(0).intValue();
      return at / places % channels();
    }

    double[] means(double[] numbers) {
      double[] means = new double[channels()];
      for (int i = 0; i < numbers.length; i++) {
        means[channel(i)] += numbers[i] / perChannel();
      }
      return means;
    }

    double[] variances() {
      double[] means = means(given.get("x"));
      double[] squares = given.get("x").clone();
      for (int i = 0; i < squares.length; i++) {
        squares[i] = Math.pow(squares[i] - means[channel(i)], 2);
      }
      return means(squares);
    }

    double loss() {
      double[] means = means(given.get("x"));
      double[] variances = variances();
      double loss = 0;
      for (int i = 0; i < given.get("x").length; i++) {
        int c = channel(i);
        double normal = (given.get("x")[i] - means[c]) / Math.sqrt(variances[c] + EPSILON);
        loss += given.get("r")[i] * (normal * given.get("scale")[c] + given.get("bias")[c]);
      }
      return loss / dims.get(0);
    }

    double slope(String name, int at) {
      double[] numbers = given.get(name);
      double start = numbers[at];
      numbers[at] = start + STEP;
      double up = loss();
      numbers[at] = start - STEP;
      double down = loss();
      numbers[at] = start;
      return (up - down) / (2 * STEP);
    }

    Map<String, NativeTensor> feed() throws Exception {
      Map<String, NativeTensor> feed = new LinkedHashMap<>();
      for (String name : List.of("x", "r")) {
        NativeTensor tensor = NativeTensor.zeros(ElementType.FLOAT32, dims);
        for (int i = 0; i < given.get(name).length; i++) {
          tensor.floats().put(i, (float) given.get(name)[i]);
        }
        feed.put(name, tensor);
      }
      return feed;
    }
  }

  private static void assertClose(double[] expected, NativeTensor found, String what) {
    double size = 1e-3;
    for (double number : expected) {
      size = Math.max(size, Math.abs(number));
    }
    assertEquals(expected.length, found.floats().capacity(), what);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found.floats().get(i), 1e-5 * size, what + " at " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 13, 15, 18, 22})
  void gradientsPassTheStatistics(long opset) throws Exception {
    for (List<Long> dims : SIZES) {
      OnnxModel model = model(opset, dims.get(1).intValue());
      Reference reference = Reference.of(dims, model);
      BatchStatistics statistics = BatchStatistics.of(model);
      List<String> wanted = List.of("x", "scale", "bias");
      Map<String, NativeTensor> feed = reference.feed();
      Observation seen = Observation.of(statistics.model(), feed);
      Gradient gradient = Gradient.of(statistics.model(), new Loss.Itself("z"), wanted, seen);
      Map<String, NativeTensor> found = new LinkedHashMap<>();
      for (String name : wanted) {
        List<Long> sizes = name.equals("x") ? dims : List.of(dims.get(1));
        found.put(gradient.outputs().get(name), NativeTensor.zeros(ElementType.FLOAT32, sizes));
      }
      try (Session session = Session.open(gradient.model(), SessionSettings.cpu(1))) {
        session.run(feed, found);
      }
      for (String name : wanted) {
        double[] slopes = new double[reference.given().get(name).length];
        for (int i = 0; i < slopes.length; i++) {
          slopes[i] = reference.slope(name, i);
        }
        assertClose(slopes, found.get(gradient.outputs().get(name)), name + " of " + dims);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 13, 15, 18, 22})
  void theBatchTellsItsStatistics(long opset) throws Exception {
    for (List<Long> dims : SIZES) {
      OnnxModel model = model(opset, dims.get(1).intValue());
      Reference reference = Reference.of(dims, model);
      BatchStatistics statistics = BatchStatistics.of(model);
      BatchStatistics.Running running = statistics.running().get(0);
      List<Long> channels = List.of(dims.get(1));
      NativeTensor mean = NativeTensor.zeros(ElementType.FLOAT32, channels);
      NativeTensor variance = NativeTensor.zeros(ElementType.FLOAT32, channels);
      try (Session session = Session.open(statistics.model(), SessionSettings.cpu(1))) {
        session.run(
            reference.feed(), Map.of(running.batchMean(), mean, running.batchVariance(), variance));
      }
      assertClose(reference.means(reference.given().get("x")), mean, "mean of " + dims);
      double[] unbiased = reference.variances();
      double count = reference.perChannel();
      for (int i = 0; i < unbiased.length; i++) {
        unbiased[i] *= count / (count - 1);
      }
      assertClose(unbiased, variance, "variance of " + dims);
    }
  }

  @Test
  void theRunningStatisticsAreNamedAndTakenOut() {
    BatchStatistics statistics = BatchStatistics.of(model(17, 3));
    BatchStatistics.Running running = statistics.running().get(0);
    assertEquals("mean", running.mean());
    assertEquals("variance", running.variance());
    assertEquals(0.75, running.momentum());
    Graph graph = statistics.model().graph();
    assertTrue(graph.initializer("mean").isEmpty());
    assertTrue(graph.initializer("variance").isEmpty());
    assertTrue(graph.initializer("scale").isPresent());
  }

  @Test
  void aNormWhoseScaleIsComputedIsLeftAlone() {
    OnnxModel model = model(17, 3);
    Graph graph = model.graph();
    Node norm = graph.nodes().get(0);
    List<String> inputs = new ArrayList<>(norm.inputs());
    inputs.set(1, "computed");
    OnnxModel computed =
        model.with(
            graph
                .edit()
                .insertNode(0, Node.of("Neg", List.of("bias"), List.of("computed")))
                .replaceNode(0, norm.reading(inputs))
                .apply());
    BatchStatistics statistics = BatchStatistics.of(computed);
    assertTrue(statistics.running().isEmpty());
    assertTrue(computed.message().sameAs(statistics.model().message()));
  }

  @Test
  void aNormInTheFormForTrainingIsLeftAloneAndHasNoGradient() throws Exception {
    OnnxModel model = model(9, 3, "mean_now", "variance_now", "saved_mean", "saved_variance");
    assertTrue(BatchStatistics.of(model).running().isEmpty());
    assertFalse(Rules.supports(model.graph().nodes().get(0)));
  }
}
