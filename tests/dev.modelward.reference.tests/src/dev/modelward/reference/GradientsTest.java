// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.gradient.Gradient;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.evaluator.Evaluator;
import dev.modelward.testkit.evaluator.Grid;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gradients of whole models: along random directions through all weights at once, the slope of
 * the output's mean square that ONNX Runtime finds in float32 beside central differences in
 * float64.
 */
@ReferenceTest
@Tag("fast")
class GradientsTest {
  private static final int DIRECTIONS = 3;
  private static final double STEP = 1e-6;
  private static final double BOUND = 1e-3;

  @ParameterizedTest
  @CsvSource({
    "fashion-mnist/fashion-cnn-bn.onnx, 2",
    "vgg19-cifar10/vgg19-cifar10-bn.onnx, 1",
    "resnet-cifar10/resnet20-bn.onnx, 1",
    "dncnn/dncnn-s25-bn.onnx, 8",
    "onnx-third-party/Marabou/self-attention-mnist-pgd-medium-sim.onnx, 1",
    "onnx-third-party/vespa/dummy_transformer.onnx, 4"
  })
  void allWeightsTogetherHaveTheSlopeThatDifferencesMeasure(String file, long open, Report report)
      throws Exception {
    OnnxModel model = OnnxModel.open(Shared.file(file));
    Question question = Question.of(model, open, 5);
    Map<String, float[]> gradients = gradients(question);
    Evaluator evaluator = new Evaluator(model);
    SplitMix64 random = new SplitMix64(9);
    double worst = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      Map<String, double[]> direction = direction(model, gradients, random);
      double expected = slope(evaluator, question, direction);
      worst = Math.max(worst, Math.abs(product(gradients, direction) / expected - 1));
    }
    report.add(
        "Gradients of whole models",
        file + ", " + gradients.size() + " weights",
        String.format(Locale.ROOT, "%.1e", worst),
        "<= 1e-3");
    assertTrue(worst <= BOUND, file + " is wrong by " + worst);
  }

  private static String judged(OnnxModel model) {
    return model.graph().outputs().getFirst().name();
  }

  private static Map<String, float[]> gradients(Question question) throws Exception {
    OnnxModel model = question.model();
    Observation seen = Observation.of(model, question.inputs());
    Loss loss = new Loss.SquaredError(judged(model));
    Gradient gradient = Gradient.of(model, loss, question.weights(), seen);
    Map<String, NativeTensor> inputs = new LinkedHashMap<>(question.inputs());
    List<Long> target = seen.value(judged(model)).orElseThrow().dims();
    inputs.put(Loss.TARGET, NativeTensor.zeros(ElementType.FLOAT32, target));
    Map<String, NativeTensor> outputs = new LinkedHashMap<>();
    for (String weight : question.weights()) {
      List<Long> dims = model.graph().initializer(weight).orElseThrow().dims();
      outputs.put(gradient.outputs().get(weight), NativeTensor.zeros(ElementType.FLOAT32, dims));
    }
    try (Session session = Session.open(gradient.model(), SessionSettings.cpu(2))) {
      session.run(inputs, outputs);
    }
    Map<String, float[]> gradients = new LinkedHashMap<>();
    for (String weight : question.weights()) {
      FloatBuffer floats = outputs.get(gradient.outputs().get(weight)).floats();
      float[] numbers = new float[floats.capacity()];
      floats.get(0, numbers);
      gradients.put(weight, numbers);
    }
    return gradients;
  }

  /** Random numbers as large as the weights that they are added to. */
  private static Map<String, double[]> direction(
      OnnxModel model, Map<String, float[]> gradients, SplitMix64 random) throws Exception {
    Map<String, double[]> direction = new LinkedHashMap<>();
    for (String weight : gradients.keySet()) {
      double[] numbers = numbers(model, weight);
      double squares = 0;
      for (double number : numbers) {
        squares += number * number;
      }
      double size = Math.sqrt(squares / numbers.length);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = size * random.normal();
      }
      direction.put(weight, numbers);
    }
    return direction;
  }

  private static double[] numbers(OnnxModel model, String weight) throws Exception {
    Tensor tensor = model.graph().initializer(weight).orElseThrow();
    double[] numbers = new double[Math.toIntExact(tensor.elements())];
    tensor.numbers().copyTo(numbers, 0);
    return numbers;
  }

  private static double slope(
      Evaluator evaluator, Question question, Map<String, double[]> direction) throws Exception {
    double up = loss(evaluator, question, direction, STEP);
    double down = loss(evaluator, question, direction, -STEP);
    return (up - down) / (2 * STEP);
  }

  private static double loss(
      Evaluator evaluator, Question question, Map<String, double[]> direction, double step)
      throws Exception {
    Map<String, Grid> values = new LinkedHashMap<>();
    for (Map.Entry<String, NativeTensor> input : question.inputs().entrySet()) {
      values.put(input.getKey(), grid(input.getValue()));
    }
    for (Map.Entry<String, double[]> part : direction.entrySet()) {
      double[] moved = numbers(question.model(), part.getKey());
      for (int i = 0; i < moved.length; i++) {
        moved[i] += step * part.getValue()[i];
      }
      Tensor tensor = question.model().graph().initializer(part.getKey()).orElseThrow();
      values.put(part.getKey(), Grid.of(tensor.dims(), moved));
    }
    double[] outputs = evaluator.run(values).get(judged(question.model())).values();
    double sum = 0;
    for (double output : outputs) {
      sum += output * output;
    }
    return sum / outputs.length;
  }

  private static Grid grid(NativeTensor tensor) {
    double[] values = new double[tensor.dims().stream().reduce(1L, (a, b) -> a * b).intValue()];
    if (tensor.type() == ElementType.FLOAT32) {
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.floats().get(i);
      }
    }
    return Grid.of(tensor.dims(), values);
  }

  private static double product(Map<String, float[]> gradients, Map<String, double[]> direction) {
    double sum = 0;
    for (Map.Entry<String, float[]> gradient : gradients.entrySet()) {
      double[] along = direction.get(gradient.getKey());
      for (int i = 0; i < along.length; i++) {
        sum += gradient.getValue()[i] * along[i];
      }
    }
    return sum;
  }
}
