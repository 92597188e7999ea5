// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.StrictProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  private static final EvaluationSettings USUAL = EvaluationSettings.cpu(1);

  @TempDir Path folder = Path.of("");

  private static Evaluation evaluate(OnnxModel model, Dataset data, EvaluationSettings settings)
      throws Exception {
    try (StrictProgress progress = new StrictProgress()) {
      return Evaluator.evaluate(model, data, settings, progress);
    }
  }

  private Evaluation scores(int classes, float[] scores, long... labels) throws Exception {
    return evaluate(
        Tiny.identity(Tiny.OPEN, classes), Tiny.scores(folder, classes, scores, labels), USUAL);
  }

  @Test
  void theHighestScoreCountsAndOfEqualOnesTheFirst() throws Exception {
    float[] scores = {2, 1, 0, 1, 1, 0, 1, 1, 0, 0, 3, 3};

    Evaluation evaluation = scores(3, scores, 0, 0, 1, 1);

    assertEquals(4, evaluation.records());
    assertEquals(new Figure.Share(Metric.TOP_1, 3, 4), evaluation.figure(Metric.TOP_1));
  }

  @Test
  void crossEntropyIsTheMeanOfTheLogarithms() throws Exception {
    Evaluation evaluation = scores(3, new float[] {2, 1, 0, 1, 1, 0}, 0, 2);

    Figure.Mean mean = (Figure.Mean) evaluation.figure(Metric.CROSS_ENTROPY);
    double first = 0.4076059644;
    double second = 1.8619948041;
    assertEquals((first + second) / 2, mean.value(), 1e-7);
    assertEquals((second - first) / Math.sqrt(2), mean.deviation(), 1e-7);
    assertEquals(2, mean.count());
  }

  @Test
  void crossEntropyDoesNotOverflow() throws Exception {
    float[] scores = {1e4f, 0, -1e4f, -1e4f, -1e4f, -1e4f};

    Evaluation evaluation = scores(3, scores, 2, 0);

    assertEquals((2e4 + Math.log(3)) / 2, evaluation.figure(Metric.CROSS_ENTROPY).value(), 1e-6);
  }

  @Test
  void fiveHighestScoresCountAndOfEqualOnesTheFirst() throws Exception {
    float[] falling = {7, 6, 5, 4, 3, 2, 1};
    float[] scores = new float[28];
    System.arraycopy(falling, 0, scores, 0, 7);
    System.arraycopy(falling, 0, scores, 7, 7);

    Evaluation evaluation = scores(7, scores, 4, 5, 4, 5);

    assertEquals(new Figure.Share(Metric.TOP_5, 2, 4), evaluation.figure(Metric.TOP_5));
  }

  @Test
  void fiveOfFiveClassesSayNothingUnlessOneAsks() throws Exception {
    Dataset data = Tiny.scores(folder, 5, new float[5], 4);
    OnnxModel model = Tiny.identity(Tiny.OPEN, 5);

    Evaluation usual = evaluate(model, data, USUAL);

    List<Metric> metrics = usual.figures().stream().map(Figure::metric).toList();
    assertEquals(List.of(Metric.TOP_1, Metric.CROSS_ENTROPY), metrics);
    assertThrows(IllegalArgumentException.class, () -> usual.figure(Metric.TOP_5));
    assertEquals(
        List.of(new Figure.Share(Metric.TOP_5, 1, 1)),
        evaluate(model, data, USUAL.by(Metric.TOP_5)).figures());
  }

  @Test
  void agreementIsWithTheClassesOfTheReference() throws Exception {
    Dataset data = Tiny.scores(folder, 2, new float[] {1, 0, 1, 1, 0, 1}, 1, 1, 1);
    Tensor swap = Tensor.ofFloats("swap", List.of(2L, 2L), 0, 1, 1, 0);
    OnnxModel reference = Tiny.node("MatMul", new long[] {Tiny.OPEN, 2}, swap);

    try (Evaluator alone = Evaluator.open(Tiny.identity(Tiny.OPEN, 2), USUAL);
        Subject other = subject(reference);
        StrictProgress progress = new StrictProgress()) {
      Evaluation evaluation = alone.against(other).evaluate(data, progress);
      assertEquals(new Figure.Share(Metric.AGREEMENT, 1, 3), evaluation.figure(Metric.AGREEMENT));
      assertEquals(new Figure.Share(Metric.TOP_1, 1, 3), evaluation.figure(Metric.TOP_1));
    }
  }

  private static Subject subject(OnnxModel model) throws Exception {
    return Subject.open(
        model, new EvaluationSettings.Output.First(), SessionSettings.cpu(1), Map.of());
  }

  private Evaluation doubled(float... greys) throws Exception {
    Dataset clean = Tiny.planes(folder, greys).with(new Transform.GaussianNoise(0, 1));
    Tensor two = Tensor.ofFloats("two", List.of(), 2);
    OnnxModel model = Tiny.node("Mul", new long[] {Tiny.OPEN, 1, 2, 2}, two);
    return evaluate(model, clean, USUAL.by(Metric.MSE, Metric.PSNR));
  }

  @Test
  void squaredErrorAndSignalToNoiseRatioAreMeansOverImages() throws Exception {
    Evaluation evaluation = doubled(0.5f, 0.75f);

    Figure.Mean error = (Figure.Mean) evaluation.figure(Metric.MSE);
    assertEquals((0.25 + 0.5625) / 2, error.value(), 1e-12);
    assertEquals(0.3125 / Math.sqrt(2), error.deviation(), 1e-12);
    assertEquals((6.0205999 + 2.4987747) / 2, evaluation.figure(Metric.PSNR).value(), 1e-6);
  }

  @Test
  void anImageWithoutErrorHasAnEndlessRatio() throws Exception {
    Evaluation evaluation = doubled(0, 0.5f);

    Figure ratio = evaluation.figure(Metric.PSNR);
    assertEquals(Double.POSITIVE_INFINITY, ratio.value());
    assertEquals(Double.NEGATIVE_INFINITY, ratio.interval().low());
    assertEquals(0.125, evaluation.figure(Metric.MSE).value(), 1e-12);
  }
}
