// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Numbers;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.LargeModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Models of hundreds of megabytes and of gigabytes, made by the test and deleted after it. */
@ReferenceTest
class LargeModelsTest {
  private static final String TABLE = "Large models";
  private static final long MILLIS = 100;
  private static final long HEAP = 20 << 20;

  @BeforeAll
  static void writeModels() throws IOException {
    LargeModels.vgg19Shape(vgg19());
    LargeModels.bigExternal(folder());
  }

  @AfterAll
  static void deleteModels() throws IOException {
    Shared.delete(folder());
  }

  private static Path folder() throws IOException {
    return Shared.scratch("large");
  }

  private static Path vgg19() throws IOException {
    return folder().resolve("vgg19.onnx");
  }

  private static Path big() throws IOException {
    return folder().resolve("big.onnx");
  }

  private static void expectSmallCost(String name, Path file, Report report) {
    OpeningCost cost = OpeningCost.of(file);
    report.add(TABLE, name + ": first open in this process", cost.first() + " ms", "-");
    report.add(TABLE, name + ": open, warm, median of 11", cost.median() + " ms", MILLIS + " ms");
    report.add(TABLE, name + ": heap that stays", cost.heap() + " bytes", HEAP + " bytes");
    report.add(TABLE, name + ": heap asked for", cost.allocated() + " bytes", HEAP + " bytes");
    assertTrue(cost.median() <= MILLIS, cost.toString());
    assertTrue(cost.heap() <= HEAP && cost.allocated() <= HEAP, cost.toString());
  }

  @Test
  @Tag("fast")
  void aFileOf575MegabytesOpensAtOnceAndInLittleHeap(Report report) throws IOException {
    assertEquals(575, Math.round(Files.size(vgg19()) / 1e6));
    expectSmallCost("VGG19, 575 MB in one file", vgg19(), report);
    assertEquals(143_667_240, Layers.parameters(Layers.of(OnnxModel.open(vgg19()))));
  }

  @Test
  @Tag("fast")
  void externalDataOf2500MegabytesOpensAtOnceAndInLittleHeap(Report report) throws IOException {
    assertTrue(Files.size(folder().resolve("big.data")) >= 2_500_000_000L);
    expectSmallCost("2.5 GB of external data", big(), report);
    assertEquals(625_000_000, Layers.parameters(Layers.of(OnnxModel.open(big()))));
  }

  @Test
  @Tag("fast")
  void numbersBeyondTwoGigabytesAreThoseThatWereWritten() throws IOException {
    for (int i = 0; i < 5; i++) {
      Tensor expected =
          new Dice(i)
              .repeating("", (float) Math.sqrt(6.0 / (i % 2 == 0 ? 12_500 : 10_000)), 125_000_000);
      Numbers numbers = tensor(OnnxModel.open(big()), i).numbers();
      for (long at = 0; at < numbers.count(); at += 1_999_993) {
        assertEquals(expected.numbers().at(at), numbers.at(at));
      }
      float[] last = new float[100];
      numbers.copyTo(last, numbers.count() - 100);
      assertEquals(expected.numbers().at(125_000_000 - 1), last[99]);
    }
  }

  private static Tensor tensor(OnnxModel model, int index) {
    return model.graph().initializer("w" + index).orElseThrow();
  }

  @Test
  @Tag("fast")
  void anEditOfALargeFileNeedsNoHeapForItsTensors(Report report) throws IOException {
    OnnxModel model = OnnxModel.open(vgg19());
    Tensor bias = model.graph().initializer("fc2.b").orElseThrow();
    Tensor zeros = bias.withRaw(Bytes.of(new byte[(int) bias.byteSize()]));
    int index = model.graph().initializers().indexOf(bias);
    OnnxModel changed = model.with(model.graph().edit().replaceInitializer(index, zeros).apply());
    long start = System.nanoTime();
    Path copy = folder().resolve("edited.onnx");
    changed.write(copy);
    report.add(
        TABLE,
        "VGG19: writing after an edit",
        (System.nanoTime() - start) / 1_000_000 + " ms",
        "-");
    assertEquals(Files.size(vgg19()), Files.size(copy));
    long at = bias.raw().offsetOf(0);
    assertTrue(Files.mismatch(vgg19(), copy) >= at);
    assertTrue(
        Bytes.map(copy, at + bias.byteSize(), Files.size(copy) - at - bias.byteSize())
            .sameAs(
                Bytes.map(vgg19(), at + bias.byteSize(), Files.size(copy) - at - bias.byteSize())));
    Files.delete(copy);
  }

  @Test
  @Tag("fast")
  void onnxRuntimeLoadsWhatWasWritten(Report report) throws IOException, OrtException {
    OnnxRuntime runtime = new OnnxRuntime();
    for (Path file : new Path[] {vgg19(), big()}) {
      long start = System.nanoTime();
      try (OrtSession.SessionOptions options = OnnxRuntime.plain();
          OrtSession session = runtime.open(file, options)) {
        assertEquals(
            Agreement.inputs(session.getInputInfo()),
            Agreement.inputs(OnnxModel.open(file).graph()));
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      report.add(TABLE, file.getFileName() + ": ONNX Runtime loads it", millis + " ms", "-");
    }
  }

  @Test
  @Tag("slow")
  void externalDataIsTakenAlongAndItsChecksumHolds(Report report) throws IOException {
    OnnxModel model = OnnxModel.open(big());
    Path copy = folder().resolve("copy/big.onnx");
    long start = System.nanoTime();
    model.write(copy);
    report.add(
        TABLE,
        "2.5 GB: writing to another folder",
        (System.nanoTime() - start) / 1_000_000 + " ms",
        "-");
    assertEquals(-1, Files.mismatch(big(), copy));
    assertEquals(-1, Files.mismatch(folder().resolve("big.data"), copy.resolveSibling("big.data")));
    Storage.External external =
        (Storage.External) Weights.of(model).all().getFirst().tensor().storage();
    assertEquals(
        external.data().checksum(), new ExternalDataFile(copy.getParent(), "big.data").checksum());
    Shared.delete(copy.getParent());
  }
}
