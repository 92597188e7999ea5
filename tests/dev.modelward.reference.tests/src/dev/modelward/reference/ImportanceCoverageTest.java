// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.testkit.LargeModels;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Models of other people, quantized ones and very large ones get their maps. */
@ReferenceTest
class ImportanceCoverageTest {
  private static final String TABLE = "Importance: checks";

  @Test
  @Tag("fast")
  void everyModelThatHasBlocksGetsAMap(Report report) throws Exception {
    int maps = 0;
    long blocks = 0;
    for (Path file : Shared.models("onnx-third-party")) {
      OnnxModel model = OnnxModel.open(file);
      try {
        ImportanceMap map = Analyzer.on(1).analyze(model, new Criterion.Magnitude(), Progress.NONE);
        maps++;
        blocks += map.blocks();
      } catch (MismatchException none) {
        report.add("Importance: no blocks", Shared.name(file), none.found(), "-");
      }
    }
    report.add(TABLE, "models with a map by magnitude", maps + ", " + blocks + " blocks", "-");
    assertTrue(maps > 30, maps + " maps");
  }

  @Test
  @Tag("fast")
  void aTransformerGetsAMap(Report report) throws Exception {
    fisher(
        "onnx-third-party/Marabou/self-attention-mnist-pgd-medium-sim.onnx",
        DataSets.fashion("train").in(Layout.NHWC),
        report);
  }

  @Test
  @Tag("fast")
  void aQuantizedModelGetsAMap(Report report) throws Exception {
    Dataset data = DataSets.fashion("train");
    ImportanceMap quantized = fisher("fashion-mnist/fashion-cnn-qdq.onnx", data, report);
    ImportanceMap plain = fisher("fashion-mnist/fashion-cnn.onnx", data, report);
    assertEquals(plain.blocks(), quantized.blocks());
  }

  private static ImportanceMap fisher(String model, Dataset data, Report report) throws Exception {
    OnnxModel opened = OnnxModel.open(Shared.file(model));
    ImportanceMap map =
        Analyzer.on(2).analyze(opened, data.first(256), Criterion.Fisher.usual(), Progress.NONE);
    report.add(
        TABLE,
        model,
        "%s: %d layers, %d blocks, findings %s"
            .formatted(
                CriterionText.of(map.provenance().criterion()),
                map.layers().size(),
                map.blocks(),
                map.findings()),
        "a map");
    assertTrue(map.blocks() > 0);
    return map;
  }

  @Test
  @Tag("fast")
  void aHundredMillionWeightsAreWeighedInTwoSeconds(Report report) throws Exception {
    Path folder = Shared.scratch("importance");
    Path model = folder.resolve("vgg19-shape.onnx");
    LargeModels.vgg19Shape(model);
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long began = System.nanoTime();
    Path file = folder.resolve("vgg19-shape.importance");
    Analyzer.on(2)
        .analyze(OnnxModel.open(model), new Criterion.Magnitude(), Progress.NONE)
        .write(file);
    ImportanceMap map = ImportanceMap.open(file);
    float score = map.layers().getLast().scores().at(0);
    double seconds = (System.nanoTime() - began) / 1e9;
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    report.add(
        TABLE,
        "%d weights by magnitude, written and opened".formatted(map.weights()),
        "%.2f s, heap at most %d MB".formatted(seconds, peak),
        "< 2 s, < 500 MB");
    Shared.delete(folder);
    assertTrue(score > 0);
    assertTrue(map.weights() > 100_000_000);
    assertTrue(seconds < 2 && peak < 500, seconds + " s, " + peak + " MB");
  }
}
