// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Figure;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of other people are as good as their makers measured. */
@ReferenceTest
class EvaluationTest {
  private static final String TABLE = "Evaluation";

  private static Evaluation evaluate(String model, Dataset data, Metric... metrics)
      throws Exception {
    OnnxModel opened = OnnxModel.open(Shared.file(model));
    return Evaluator.evaluate(opened, data, EvaluationSettings.cpu(2).by(metrics), Progress.NONE);
  }

  private static void judge(String model, Dataset data, long expected, Report report)
      throws Exception {
    Figure.Share share =
        assertInstanceOf(
            Figure.Share.class, evaluate(model, data, Metric.TOP_1).figure(Metric.TOP_1));
    assertEquals(expected, share.right(), model);
    report.add(TABLE, model + ", top-1", share.right() + " of " + share.count(), "= " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "fashion-cnn, 9208",
    "fashion-cnn-bn, 9208",
    "fashion-cnn-ext, 9208",
    "fashion-cnn-qdq, 9208",
    "fashion-cnn-fp16w, 9210"
  })
  @Tag("fast")
  void fashionNetworksAreRightOnAsManyImages(String model, long expected, Report report)
      throws Exception {
    judge("fashion-mnist/" + model + ".onnx", DataSets.fashion("t10k"), expected, report);
  }

  @Test
  @Tag("fast")
  void colourNetworksAreRightOnAsManyImages(Report report) throws Exception {
    judge("vgg19-cifar10/vgg19-cifar10.onnx", DataSets.vgg19(), 885, report);
    judge("vgg19-cifar10/vgg19-cifar10-bn.onnx", DataSets.vgg19(), 885, report);
    judge("resnet-cifar10/resnet20-bn.onnx", DataSets.resnet20(), 932, report);
  }

  @ParameterizedTest
  @CsvSource({
    "dncnn-kair25, set12, 25, 30.451",
    "dncnn-kair25, bsd68, 25, 29.229",
    "dncnn-s25-bn, set12, 25, 30.408",
    "dncnn-s50-bn, set12, 50, 27.160"
  })
  @Tag("slow")
  void denoisersAreAsGoodWithNoiseOfOurs(
      String model, String images, int sigma, double expected, Report report) throws Exception {
    Evaluation evaluation =
        evaluate(
            "dncnn/" + model + ".onnx", DataSets.noisy(images, sigma, 0), Metric.PSNR, Metric.SSIM);
    double psnr = evaluation.figure(Metric.PSNR).value();
    report.add(
        TABLE,
        "%s on %s, PSNR in dB".formatted(model, images),
        "%.4f (%+.4f)".formatted(psnr, psnr - expected),
        "%.3f +- .05".formatted(expected));
    report.add(
        TABLE,
        "%s on %s, SSIM".formatted(model, images),
        "%.4f".formatted(evaluation.figure(Metric.SSIM).value()),
        "-");
    assertEquals(expected, psnr, 0.05);
  }
}
