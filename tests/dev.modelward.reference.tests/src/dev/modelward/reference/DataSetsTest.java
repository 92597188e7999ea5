// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Truth;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets of other people, and what models of other people make of them. */
@ReferenceTest
@Tag("fast")
class DataSetsTest {
  private static final String TABLE = "Data sets";

  private final OnnxRuntime runtime = new OnnxRuntime();

  private static int[] labels(Dataset dataset) throws IOException {
    int[] counts = new int[10];
    try (Batches batches = dataset.batches(100)) {
      while (batches.next()) {
        LongBuffer labels = assertInstanceOf(Truth.Labels.class, batches.batch().truth()).values();
        for (int i = 0; i < batches.batch().size(); i++) {
          counts[(int) labels.get(i)]++;
        }
      }
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({"train, 6000", "t10k, 1000"})
  void fashionHasAsManyImagesOfEachClassAsItsPublisherSays(String part, int each, Report report)
      throws IOException {
    long start = System.nanoTime();
    int[] counts = labels(DataSets.fashion(part));
    double seconds = (System.nanoTime() - start) / 1e9;
    int[] expected = new int[10];
    Arrays.fill(expected, each);
    assertEquals(Arrays.toString(expected), Arrays.toString(counts));
    report.add(
        TABLE, "images a second, Fashion-MNIST " + part, Math.round(10 * each / seconds), "-");
  }

  @ParameterizedTest
  @CsvSource({"train-8068, 8068", "test-1017, 1017"})
  void cifarHasAllItsRecords(String part, int records, Report report) throws IOException {
    long start = System.nanoTime();
    assertEquals(records, Arrays.stream(labels(DataSets.cifar(part))).sum());
    double seconds = (System.nanoTime() - start) / 1e9;
    report.add(TABLE, "records a second, CIFAR-10 " + part, Math.round(records / seconds), "-");
  }

  @ParameterizedTest
  @CsvSource({"set12, 12", "bsd68, 68"})
  void everyTestImageIsRead(String folder, int images) throws IOException {
    int read = 0;
    Set<Long> pixels = new TreeSet<>();
    try (Batches batches = DataSets.noisy(folder).batches(1)) {
      while (batches.next()) {
        Batch batch = batches.batch();
        read++;
        assertEquals(1, batch.shape()[1]);
        pixels.add(batch.shape()[2] * batch.shape()[3]);
      }
    }
    assertEquals(images, read);
    assertEquals(folder.equals("set12") ? Set.of(65536L, 262144L) : Set.of(154401L), pixels);
  }

  @Test
  void modelsAreAsGoodOnThemAsTheirMakersMeasured(Report report) throws IOException, OrtException {
    Dataset fashion = DataSets.fashion("t10k");
    judge("fashion-mnist/fashion-cnn.onnx", fashion, 9208, report);
    judge("vgg19-cifar10/vgg19-cifar10.onnx", DataSets.vgg19(), 885, report);
    judge("resnet-cifar10/resnet20-bn.onnx", DataSets.resnet20(), 932, report);
  }

  private void judge(String model, Dataset dataset, int expected, Report report)
      throws IOException, OrtException {
    int right = 0;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = runtime.open(Shared.file(model), options);
        Batches batches = dataset.batches(100)) {
      while (batches.next()) {
        right += right(session, batches.batch());
      }
      assertEquals(expected, right, model);
      report.add(TABLE, model, right + " of " + batches.records() + " right", "= " + expected);
    }
  }

  private static int right(OrtSession session, Batch batch) throws OrtException {
    LongBuffer labels = assertInstanceOf(Truth.Labels.class, batch.truth()).values();
    String input = session.getInputNames().iterator().next();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), batch.inputs(), batch.shape());
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      FloatBuffer scores = ((OnnxTensor) result.get(0)).getFloatBuffer();
      int right = 0;
      for (int i = 0; i < batch.size(); i++) {
        right += best(scores, 10 * i) == labels.get(i) ? 1 : 0;
      }
      return right;
    }
  }

  private static int best(FloatBuffer scores, int from) {
    int best = 0;
    for (int i = 1; i < 10; i++) {
      best = scores.get(from + i) > scores.get(from + best) ? i : best;
    }
    return best;
  }
}
