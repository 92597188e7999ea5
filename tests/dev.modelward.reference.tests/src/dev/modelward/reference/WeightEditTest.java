// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One weight of a real network changed, as ONNX Runtime sees it. */
@ReferenceTest
@Tag("fast")
class WeightEditTest {
  private static final String TABLE = "One weight of vgg19-cifar10 edited";
  private static final int INPUT = 3 * 32 * 32;
  private static final float DELTA = 0.5f;

  private final OnnxRuntime runtime = new OnnxRuntime();

  private static Path original() {
    return Shared.file("vgg19-cifar10/vgg19-cifar10.onnx");
  }

  @AfterAll
  static void deleteScratch() throws IOException {
    Shared.delete(Shared.scratch("edit"));
  }

  /** A weight with DELTA added to one of its numbers. */
  private static Tensor changed(Tensor tensor, int index) throws IOException {
    byte[] raw = tensor.raw().toArray();
    ByteBuffer numbers = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    numbers.putFloat(4 * index, numbers.getFloat(4 * index) + DELTA);
    return tensor.withRaw(Bytes.of(raw));
  }

  private static Path edited(Weight weight, int index) throws IOException {
    OnnxModel model = OnnxModel.open(original());
    Path file = Shared.scratch("edit").resolve("edited.onnx");
    weight.replace(model, changed(weight.tensor(), index)).write(file);
    return file;
  }

  private static List<Layer> layers() throws IOException {
    return Layers.of(OnnxModel.open(original()));
  }

  private static float[] input(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] input = new float[INPUT];
    for (int i = 0; i < INPUT; i++) {
      input[i] = (float) random.nextDouble(-2, 2);
    }
    return input;
  }

  private float[] run(Path file, int seed) throws OrtException {
    try (OrtSession.SessionOptions options = OnnxRuntime.plain();
        OrtSession session = runtime.open(file, options)) {
      return runtime.run(session, input(seed));
    }
  }

  @Test
  void aBiasOfTheLastLayerMovesItsOneLogitAndNoOther(Report report)
      throws IOException, OrtException {
    Weight bias = layers().getLast().weights().get(1);
    for (int logit = 0; logit < bias.tensor().elements(); logit++) {
      Path file = edited(bias, logit);
      float[] before = run(original(), logit);
      float[] after = run(file, logit);
      assertEquals(before[logit] + DELTA, after[logit], 1e-5);
      after[logit] = before[logit];
      assertArrayEquals(before, after, "all other logits bit for bit");
    }
    report.add(
        TABLE, "bias + 0.5: logits that moved, by how much", "1 of 10, 0.5", "1, 0.5 +- 1e-5");
  }

  @Test
  void aWeightOfAnyLayerChangesTheOutputsAsTheSameWeightGivenAtRunTime(Report report)
      throws IOException, OrtException {
    List<Layer> layers = layers();
    for (Layer layer : layers) {
      Weight kernel = layer.weights().getFirst();
      int index = (int) (kernel.tensor().elements() / 3);
      Path file = edited(kernel, index);
      float[] expected = runWith(kernel.name(), changed(kernel.tensor(), index), 7);
      assertArrayEquals(expected, run(file, 7), layer.name());
    }
    float[] first = run(edited(layers.getFirst().weights().getFirst(), 0), 7);
    assertFalse(Arrays.equals(run(original(), 7), first), "the edit has an effect");
    report.add(
        TABLE,
        "layers of which one weight was edited, equal to the weight given at run time",
        layers.size(),
        "all, bit for bit");
  }

  private float[] runWith(String name, Tensor tensor, int seed) throws IOException, OrtException {
    float[] values = new float[(int) tensor.elements()];
    tensor.numbers().copyTo(values, 0);
    long[] shape = tensor.dims().stream().mapToLong(Long::longValue).toArray();
    try (OrtSession.SessionOptions options = OnnxRuntime.plain();
        OnnxTensor given = runtime.tensor(values, shape)) {
      options.addInitializer(name, given);
      try (OrtSession session = runtime.open(original(), options)) {
        return runtime.run(session, input(seed));
      }
    }
  }

  @Test
  void everyOtherByteOfTheFileIsEqual(Report report) throws IOException {
    byte[] before = Files.readAllBytes(original());
    int most = 0;
    for (Layer layer : layers()) {
      Weight kernel = layer.weights().getFirst();
      byte[] after = Files.readAllBytes(edited(kernel, 1));
      assertEquals(before.length, after.length);
      long at = kernel.tensor().raw().offsetOf(4);
      int different = 0;
      for (int i = 0; i < before.length; i++) {
        boolean inside = i >= at && i < at + 4;
        assertTrue(inside || before[i] == after[i], "byte " + i);
        different += before[i] == after[i] ? 0 : 1;
      }
      most = Math.max(most, different);
    }
    report.add(
        TABLE, "bytes that differ at most", most + " of " + before.length, "4, in one place");
  }
}
