// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Truth;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Values;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.decoy.Decoys;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.protect.importance.Scores;
import dev.modelward.testkit.StrictProgress;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fisher's score is the mean squared gradient times the mean squared difference to a decoy. */
class FisherTest {
  private static final int CLASSES = 10;

  private static OnnxModel linear() {
    return Network.of(3, 1, 28, 28).flatten().dense(CLASSES).model();
  }

  private static ImportanceMap map(OnnxModel model, Dataset data, Criterion criterion)
      throws Exception {
    return Analyzer.on(2).analyze(model, data, criterion, Progress.NONE);
  }

  /** The scores of a linear model's neurons, worked out by hand for one sample after the other. */
  private static double[] expected(OnnxModel model, Dataset data) throws Exception {
    LayerBlocks layer = Blocks.of(model).layers().getFirst();
    Values weights = Values.of(layer);
    int inputs = layer.tiling().taps();
    double[] scores = new double[CLASSES];
    long count = 0;
    try (Batches batches = data.batches(1)) {
      while (batches.next()) {
        float[] sample = new float[inputs];
        batches.batch().inputs().duplicate().get(sample);
        double[] chances = chances(weights, sample);
        if (batches.batch().truth() instanceof Truth.Labels labels) {
          chances[(int) labels.values().get(0)] -= 1;
        }
        for (int c = 0; c < CLASSES; c++) {
          scores[c] += harm(chances[c], sample, layer, c);
        }
        count++;
      }
    }
    for (int c = 0; c < CLASSES; c++) {
      scores[c] /= count;
    }
    return scores;
  }

  private static double harm(double error, float[] sample, LayerBlocks layer, int neuron)
      throws Exception {
    Decoys decoys = Decoys.of(Decoy.usual(), layer, block -> false);
    Values weights = Values.of(layer);
    double harm = 0;
    for (int i = 0; i < sample.length; i++) {
      float weight = weights.at((long) neuron * sample.length + i);
      harm += error * error * sample[i] * sample[i] * decoys.displacement(neuron, i, weight);
    }
    return harm;
  }

  private static double[] chances(Values weights, float[] sample) {
    double[] chances = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      double logit = 0;
      for (int i = 0; i < sample.length; i++) {
        logit += weights.at((long) c * sample.length + i) * sample[i];
      }
      chances[c] = Math.exp(logit);
      sum += chances[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      chances[c] /= sum;
    }
    return chances;
  }

  @Test
  void oneSampleAtATimeGivesTheSumOfSquaresItself() throws Exception {
    OnnxModel model = linear();
    Dataset data = Patients.glyphs(24);
    Scores scores = map(model, data, new Criterion.Fisher(1, 0)).layers().getFirst().scores();
    double[] expected = expected(model, data);
    for (int c = 0; c < CLASSES; c++) {
      assertEquals(expected[c], scores.at(c), 1e-4 * expected[c]);
    }
  }

  @Test
  void randomSignsGiveTheSameOnAverageOfManyBatches() throws Exception {
    OnnxModel model = linear();
    Dataset data = Patients.glyphs(24);
    double[] means = new double[CLASSES];
    int seeds = 300;
    for (int seed = 0; seed < seeds; seed++) {
      Scores scores = map(model, data, new Criterion.Fisher(8, seed)).layers().getFirst().scores();
      for (int c = 0; c < CLASSES; c++) {
        means[c] += scores.at(c) / seeds;
      }
    }
    double[] expected = expected(model, data);
    double sum = DoubleStream.of(expected).sum();
    assertEquals(sum, DoubleStream.of(means).sum(), 0.05 * sum);
    for (int c = 0; c < CLASSES; c++) {
      assertEquals(expected[c], means[c], 0.2 * expected[c]);
    }
  }

  @Test
  void aLastBatchThatIsNotFullWeighsNoMoreThanItsSamples() throws Exception {
    OnnxModel model = linear();
    Dataset data = Patients.glyphs(7);
    Scores one = map(model, data, new Criterion.Fisher(1, 0)).layers().getFirst().scores();
    double sum = 0;
    double sumOfBatches = 0;
    int seeds = 100;
    for (int seed = 0; seed < seeds; seed++) {
      Scores four = map(model, data, new Criterion.Fisher(4, seed)).layers().getFirst().scores();
      for (int c = 0; c < CLASSES; c++) {
        sumOfBatches += four.at(c) / seeds;
      }
    }
    for (int c = 0; c < CLASSES; c++) {
      sum += one.at(c);
    }
    assertEquals(sum, sumOfBatches, 0.1 * sum);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void threadsDoNotChangeABit(int threads) throws Exception {
    OnnxModel model = Patients.untaught();
    Criterion criterion = new Criterion.Fisher(8, 5);
    ImportanceMap other =
        Analyzer.on(threads).analyze(model, Patients.glyphs(70), criterion, Progress.NONE);
    assertTrue(map(model, Patients.glyphs(70), criterion).agreesWith(other));
  }

  @Test
  void anotherSeedGivesOtherScores() throws Exception {
    OnnxModel model = Patients.untaught();
    ImportanceMap one = map(model, Patients.glyphs(32), new Criterion.Fisher(8, 5));
    ImportanceMap other = map(model, Patients.glyphs(32), new Criterion.Fisher(8, 6));
    assertTrue(!one.layers().equals(other.layers()));
  }

  @Test
  void tellsHowFarItIsUpToTheEnd() throws Exception {
    try (StrictProgress progress = new StrictProgress()) {
      Analyzer.on(2)
          .analyze(Patients.untaught(), Patients.glyphs(40), Criterion.Fisher.usual(), progress);
    }
  }

  @Test
  void imagesUnderNoiseAreJudgedByTheCleanOnes() throws Exception {
    ImportanceMap map = map(Patients.restorer(), Patients.noisy(12), Criterion.Fisher.usual());
    assertEquals(Provenance.Truth.CLEAN, map.provenance().truth());
    assertTrue(hasHarm(map));
  }

  @Test
  void imagesOfWhichNothingIsKnownAreJudgedByTheModelItself() throws Exception {
    ImportanceMap map = map(Patients.restorer(), Patients.textures(12), Criterion.Fisher.usual());
    assertEquals(Provenance.Truth.OWN_OUTPUT, map.provenance().truth());
    assertTrue(hasHarm(map));
  }

  @Test
  void withoutLabelsTheModelsOwnClassesAreTaken() throws Exception {
    OnnxModel model = Network.of(6, 1, 16, 16).conv(4, 3, 2).relu().flatten().dense(5).model();
    ImportanceMap map = map(model, Patients.textures(12), Criterion.Fisher.usual());
    assertEquals(Provenance.Truth.OWN_CLASSES, map.provenance().truth());
    assertTrue(hasHarm(map));
  }

  /** A block may do no harm, where a rectifier lets nothing through; but not all of them. */
  private static boolean hasHarm(ImportanceMap map) {
    int harmful = 0;
    for (ScoredLayer layer : map.layers()) {
      for (long i = 0; i < layer.scores().count(); i++) {
        assertTrue(layer.scores().at(i) >= 0);
        harmful += layer.scores().at(i) > 0 ? 1 : 0;
      }
    }
    return harmful > map.blocks() / 2;
  }

  @Test
  void anOutputCanBeTheLoss() throws Exception {
    OnnxModel model = Network.of(6, 1, 16, 16).conv(4, 3, 2).relu().flatten().dense(1).model();
    GraphEdit edit = model.graph().edit();
    edit.add(Node.of("Mul", List.of("y", "y"), List.of("squared")));
    edit.addOutput(new Value("squared", new ValueType.Unspecified()));
    OnnxModel both = model.with(edit.apply());
    ImportanceMap map =
        Analyzer.on(1)
            .by(Judging.OUTPUT)
            .analyze(both, Patients.glyphs16(10), Criterion.Fisher.usual(), Progress.NONE);
    assertEquals(Provenance.Truth.OUTPUT, map.provenance().truth());
    assertTrue(hasHarm(map));
  }

  @Test
  void refusesClassesThatTheModelDoesNotHave() {
    OnnxModel model = Network.of(3, 1, 28, 28).flatten().dense(4).model();
    MismatchException refusal =
        assertThrows(
            MismatchException.class,
            () -> map(model, Patients.glyphs(20), Criterion.Fisher.usual()));
    assertTrue(refusal.getMessage().contains("class"), refusal.getMessage());
  }

  @Test
  void refusesScoresThatAreNotFinite() {
    Dataset far = Patients.glyphs(4).with(new Transform.Scale(1e-38));
    assertThrows(MismatchException.class, () -> map(linear(), far, Criterion.Fisher.usual()));
  }
}
