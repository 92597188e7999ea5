// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.StrictProgress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {
  private static final EvaluationSettings USUAL = EvaluationSettings.cpu(1);
  private static final OnnxModel IMAGES = Tiny.identity(Tiny.OPEN, 1, 16, 16);

  @TempDir Path folder = Path.of("");

  private static Dataset noisy(int count) {
    return Dataset.of(new Origin.Textures(2, count, 16))
        .with(new Transform.Scale(255))
        .with(new Transform.GaussianNoise(0.2, 4));
  }

  private static Evaluation evaluate(OnnxModel model, Dataset data, EvaluationSettings settings)
      throws Exception {
    try (StrictProgress progress = new StrictProgress()) {
      return Evaluator.evaluate(model, data, settings, progress);
    }
  }

  private Dataset sixRecords() {
    float[] scores = {3, 1, 0, 0, 2, 1, 1, 1, 5, 4, 1, 2, 0, 0, 1, 2, 9, 2};
    return Tiny.scores(folder, 3, scores, 0, 1, 2, 1, 2, 0);
  }

  @Test
  void threadsAndBatchesDoNotChangeASingleBit() throws Exception {
    Evaluation alone = evaluate(IMAGES, noisy(29), USUAL.batch(4));

    assertEquals(29, alone.records());
    assertEquals(3, alone.figures().size());
    assertEquals(alone, evaluate(IMAGES, noisy(29), USUAL.on(3).batch(4)));
    assertEquals(alone, evaluate(IMAGES, noisy(29), USUAL.on(3).batch(1)));
    assertEquals(alone, evaluate(IMAGES, noisy(29), USUAL.batch(64)));
    assertEquals(alone, evaluate(IMAGES, noisy(29), USUAL));
  }

  @Test
  void theLayoutOfABatchDoesNotMatterToFigures() throws Exception {
    OnnxModel model = Tiny.identity(Tiny.OPEN, 16, 16, 1);

    assertEquals(
        evaluate(IMAGES, noisy(5), USUAL), evaluate(model, noisy(5).in(Layout.NHWC), USUAL));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 6, 7})
  void batchesOfAFixedSizeAreFilledUp(long size) throws Exception {
    Evaluation open = evaluate(Tiny.identity(Tiny.OPEN, 3), sixRecords(), USUAL);

    assertEquals(open, evaluate(Tiny.identity(size, 3), sixRecords(), USUAL));
    assertEquals(open, evaluate(Tiny.identity(size, 3), sixRecords(), USUAL.on(2).batch(5)));
  }

  private Evaluation against(OnnxModel model, OnnxModel reference) throws Exception {
    try (Evaluator alone = Evaluator.open(model, USUAL);
        Subject other =
            Subject.open(
                reference,
                new EvaluationSettings.Output.First(),
                SessionSettings.cpu(1),
                Map.of())) {
      return alone.against(other).evaluate(sixRecords(), Progress.NONE);
    }
  }

  @Test
  void theReferenceMayFixTheBatch() throws Exception {
    Evaluation evaluation = against(Tiny.identity(Tiny.OPEN, 3), Tiny.identity(4, 3));

    assertEquals(new Figure.Share(Metric.AGREEMENT, 6, 6), evaluation.figure(Metric.AGREEMENT));
  }

  @Test
  void twoModelsMayNotFixDifferentBatches() {
    MismatchException refused =
        assertThrows(
            MismatchException.class, () -> against(Tiny.identity(4, 3), Tiny.identity(1, 3)));

    assertEquals("the reference model", refused.where());
    assertEquals("batches of 4", refused.expected());
    assertEquals("batches of 1", refused.found());
    assertEquals("Export one of the models with an open batch size.", refused.remedy());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void canBeCancelledBeforeTheEnd(int threads) {
    Cancelling progress = new Cancelling(3);

    assertThrows(
        CancellationException.class,
        () -> Evaluator.evaluate(IMAGES, noisy(40), USUAL.on(threads).batch(2), progress));

    assertEquals(0, progress.left);
  }

  /** Lets some steps be taken before it cancels. */
  private static final class Cancelling implements Progress {
    private int left;

    Cancelling(int left) {
      this.left = left;
    }

    @Override
    public Progress part(String what, double share) {
      return this;
    }

    @Override
    public void done(double fraction) {
      assertTrue(fraction < 0.5);
    }

    @Override
    public void tell(String news) {
      // nobody listens
    }

    @Override
    public void checkCancelled() {
      if (left == 0) {
        throw new CancellationException();
      }
      left--;
    }
  }

  @Test
  void noRecordsCannotBeMeasured() {
    DataException refused =
        assertThrows(DataException.class, () -> evaluate(IMAGES, noisy(0), USUAL));

    assertEquals("at least one record", refused.expected());
  }

  @Test
  void refusesNumbersThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> USUAL.batch(0));
    assertThrows(IllegalArgumentException.class, () -> USUAL.on(0));
    assertThrows(IllegalArgumentException.class, () -> new Figure.Share(Metric.TOP_1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Figure.Mean(Metric.MSE, 2, 1, 0));
  }
}
