// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MismatchTest {
  private static final EvaluationSettings USUAL = EvaluationSettings.cpu(1);
  private static final OnnxModel PLANES = Tiny.identity(Tiny.OPEN, 1, 2, 2);

  @TempDir Path folder = Path.of("");

  private static void assertRefused(
      String where, List<String> expectedAndFound, OnnxModel model, Asked asked) {
    MismatchException refused =
        assertThrows(
            MismatchException.class,
            () -> Evaluator.evaluate(model, asked.data(), asked.settings(), Progress.NONE));
    assertEquals(where, refused.where());
    assertEquals(expectedAndFound, List.of(refused.expected(), refused.found()));
    assertTrue(refused.remedy().endsWith("."), refused.remedy());
    assertFalse(refused.remedy().isBlank());
  }

  /** What is to be measured. */
  private record Asked(Dataset data, EvaluationSettings settings) {
    static Asked usual(Dataset data) {
      return new Asked(data, USUAL);
    }
  }

  private Dataset planes() {
    return Tiny.planes(folder, 0.25f, 0.5f);
  }

  @Test
  void refusesRecordsOfOtherSizes() {
    assertRefused(
        "input x",
        List.of("float32 [nx3x2x2]", "records of [Nx1x2x2]"),
        Tiny.identity(Tiny.OPEN, 3, 2, 2),
        Asked.usual(planes()));
    assertRefused(
        "input x",
        List.of("float32 [nx4]", "records of [Nx1x2x2]"),
        Tiny.identity(Tiny.OPEN, 4),
        Asked.usual(planes()));
  }

  @Test
  void refusesDataOfWhichNothingIsKnown() {
    Dataset textures = Dataset.of(new Origin.Textures(1, 3, 2));

    assertRefused(
        "the data", List.of("labels or clean images", "neither"), PLANES, Asked.usual(textures));
    assertRefused(
        "top-1",
        List.of("data with labels", "data without"),
        PLANES,
        new Asked(textures, USUAL.by(Metric.TOP_1)));
  }

  @Test
  void refusesMetricsThatTheDataDoNotServe() {
    assertRefused(
        "psnr",
        List.of("data with clean images", "data without"),
        PLANES,
        new Asked(planes(), USUAL.by(Metric.TOP_1, Metric.PSNR)));
    assertRefused(
        "agreement",
        List.of("a reference model for classes", "data without"),
        PLANES,
        new Asked(planes(), USUAL.by(Metric.AGREEMENT)));
  }

  @Test
  void refusesImagesSmallerThanAWindow() {
    assertRefused(
        "ssim",
        List.of("images of at least 11 x 11 pixels", "2 x 2"),
        PLANES,
        Asked.usual(planes().with(new Transform.GaussianNoise(0, 1))));
  }

  @Test
  void refusesAnOutputThatIsNotThere() {
    assertRefused(
        "the model's outputs", List.of("z", "y"), PLANES, new Asked(planes(), USUAL.judging("z")));
  }

  @Test
  void refusesOutputsThatAreNoScores() {
    assertRefused(
        "the output",
        List.of("a score for each class, [N, classes]", "[2, 1, 2, 2]"),
        PLANES,
        Asked.usual(planes()));
  }

  @Test
  void refusesALabelWithoutAScore() {
    assertRefused(
        "the output",
        List.of("a score for each class, one of them 2", "2 scores"),
        Tiny.identity(Tiny.OPEN, 2),
        Asked.usual(Tiny.scores(folder, 2, new float[2], 2)));
  }

  @Test
  void refusesAnOutputThatMixesRecords() {
    OnnxModel model = Tiny.node("ReduceMean", new long[] {Tiny.OPEN, 2});

    assertRefused(
        "output y",
        List.of("a first dimension of 3 records", "[1, 1]"),
        model,
        Asked.usual(Tiny.scores(folder, 2, new float[6], 0, 1, 0)));
  }

  @Test
  void refusesTwoInputsAndNone() {
    GraphEdit edit = Graph.named("sum").edit();
    edit.addInput(Tiny.value("a", ElementType.FLOAT32, Tiny.OPEN, 1, 2, 2));
    edit.addInput(Tiny.value("b", ElementType.FLOAT32, Tiny.OPEN, 1, 2, 2));
    edit.add(Node.of("Add", List.of("a", "b"), List.of("y")));
    edit.addOutput(Tiny.value("y", ElementType.FLOAT32, Tiny.OPEN, 1, 2, 2));

    assertRefused(
        "the model's inputs", List.of("one", "a, b"), Tiny.model(edit), Asked.usual(planes()));
    GraphEdit empty = Graph.named("empty").edit();
    assertRefused(
        "the model's inputs", List.of("one", "none"), Tiny.model(empty), Asked.usual(planes()));
  }

  @Test
  void refusesAnInputOfOtherNumbers() {
    GraphEdit edit = Graph.named("bytes").edit();
    edit.addInput(Tiny.value("x", ElementType.UINT8, Tiny.OPEN, 1, 2, 2));
    edit.add(Node.of("Identity", List.of("x"), List.of("y")));
    edit.addOutput(Tiny.value("y", ElementType.UINT8, Tiny.OPEN, 1, 2, 2));

    assertRefused(
        "input x",
        List.of("a tensor of float32", "uint8 [nx1x2x2]"),
        Tiny.model(edit),
        Asked.usual(planes()));
  }
}
