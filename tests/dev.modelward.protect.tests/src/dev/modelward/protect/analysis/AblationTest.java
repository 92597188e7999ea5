// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Concealment;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.decoy.Disguise;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.testkit.StrictProgress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ablation tries what decoys do. */
class AblationTest {
  private static final Dataset DATA = Patients.glyphs(48);

  private static ImportanceMap map(OnnxModel model, int threads, int trials) throws Exception {
    return Analyzer.on(threads)
        .analyze(model, DATA, new Criterion.Ablation(trials, 16, 9), Progress.NONE);
  }

  private static double loss(OnnxModel model) throws Exception {
    EvaluationSettings settings = EvaluationSettings.cpu(1).by(Metric.CROSS_ENTROPY);
    return Evaluator.evaluate(model, DATA, settings, Progress.NONE)
        .figure(Metric.CROSS_ENTROPY)
        .value();
  }

  /** The model with decoys in some blocks of a layer that follow each other. */
  private static OnnxModel disguised(OnnxModel model, int layer, long from, long to)
      throws Exception {
    LayerBlocks blocks = Blocks.of(model).layers().get(layer);
    Tensor tensor = blocks.weight().tensor();
    ByteBuffer numbers = ByteBuffer.wrap(tensor.raw().toArray()).order(ByteOrder.LITTLE_ENDIAN);
    Disguise.of(Concealment.of(Decoy.usual(), blocks, block -> false), layer, 9)
        .write(numbers, LongStream.range(from, to));
    return blocks.weight().replace(model, tensor.withRaw(Bytes.wrap(numbers)));
  }

  @Test
  void enoughTrialsFindTheHarmOfEveryBlockByItself() throws Exception {
    OnnxModel model = Patients.taught();
    ImportanceMap map = map(model, 2, 200);
    double plain = loss(model);
    for (int layer = 0; layer < map.layers().size(); layer++) {
      for (long block = 0; block < map.layers().get(layer).scores().count(); block += 3) {
        double harm = loss(disguised(model, layer, block, block + 1)) - plain;
        assertEquals(harm, map.layers().get(layer).scores().at(block), 1e-4);
      }
    }
  }

  @Test
  void aLayerThatWasTriedAsAWholeSharesItsHarm() throws Exception {
    OnnxModel model = Patients.taught();
    ImportanceMap map = map(model, 1, 3);
    double plain = loss(model);
    for (int layer = 0; layer < map.layers().size(); layer++) {
      long blocks = map.layers().get(layer).scores().count();
      double harm = loss(disguised(model, layer, 0, blocks)) - plain;
      assertEquals(harm / blocks, map.layers().get(layer).scores().at(0), 1e-4);
      assertEquals(map.layers().get(layer).scores().at(0), map.layers().get(layer).scores().at(1));
    }
  }

  @Test
  void threadsDoNotChangeABit() throws Exception {
    OnnxModel model = Patients.untaught();
    ImportanceMap one = map(model, 1, 30);
    assertTrue(one.agreesWith(map(model, 2, 30)));
    assertTrue(one.agreesWith(map(model, 3, 30)));
  }

  @Test
  void tellsHowFarItIsUpToTheEnd() throws Exception {
    try (StrictProgress progress = new StrictProgress()) {
      Analyzer.on(2)
          .analyze(Patients.untaught(), DATA, new Criterion.Ablation(21, 16, 0), progress);
    }
  }

  @Test
  void imagesOfWhichNothingIsKnownAreHeldAgainstTheModelItself() throws Exception {
    ImportanceMap map =
        Analyzer.on(1)
            .analyze(
                Patients.restorer(),
                Patients.textures(6),
                new Criterion.Ablation(12, 4, 0),
                Progress.NONE);
    assertEquals(Provenance.Truth.OWN_OUTPUT, map.provenance().truth());
    assertTrue(map.layers().getFirst().scores().at(0) > 0);
  }

  @Test
  void refusesToTryNothing() {
    assertThrows(IllegalArgumentException.class, () -> new Criterion.Ablation(0, 1, 0));
  }
}
