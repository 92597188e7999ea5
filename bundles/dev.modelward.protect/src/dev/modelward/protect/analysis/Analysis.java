// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Versions;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.calibration.Calibration;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.protect.importance.Scores;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** One analysis of one model by one criterion. */
final class Analysis {
  private static final double NANOSECONDS = 1e9;

  private final Analyzer analyzer;
  private final OnnxModel original;
  private final Criterion criterion;
  private final List<Finding> findings = new ArrayList<>();
  private final long began = System.nanoTime();

  Analysis(Analyzer analyzer, OnnxModel model, Criterion criterion) {
    this.analyzer = analyzer;
    this.original = model;
    this.criterion = criterion;
  }

  ImportanceMap withoutData(Progress progress) throws IOException, MismatchException {
    Blocks blocks = chosen(original);
    List<Scores> scores = new ArrayList<>();
    for (int i = 0; i < blocks.layers().size(); i++) {
      progress.checkCancelled();
      LayerBlocks layer = blocks.layers().get(i);
      scores.add(
          criterion instanceof Criterion.Random random
              ? chances(layer, SplitMix64.of(random.seed(), i))
              : Weighing.weigh(layer, OutputScales.of(original, layer)));
      progress.done((i + 1.0) / blocks.layers().size());
    }
    Provenance.Cost cost = new Provenance.Cost(0, 1, seconds());
    return map(
        blocks,
        scores,
        new Origin(
            criterion, Identity.of(original), Provenance.NO_DATA, Provenance.Truth.NONE, cost));
  }

  private static Scores chances(LayerBlocks layer, SplitMix64 chance) {
    ByteBuffer memory =
        ByteBuffer.allocateDirect(Math.toIntExact(layer.count() * Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    while (memory.hasRemaining()) {
      memory.putFloat((float) (chance.uniform() * layer.tiling().taps()));
    }
    return Scores.over(memory.flip());
  }

  ImportanceMap on(Dataset data, Progress progress)
      throws RunException, IOException, MismatchException, MapException, TrainingException {
    OnnxModel model = Blocks.inInitializers(original);
    Blocks blocks = reachable(chosen(model));
    try (OpenDataset open = data.open()) {
      Calibration calibration = calibration(model, open);
      String ofModel = Identity.of(original);
      String ofData = data.digest();
      String origin = String.join("\n", ofModel, ofData, analyzer.judging().toString());
      Question question = new Question(analyzer, calibration, blocks, origin);
      Search search = new Search(question, data, open);
      Criterion used = search.usable(criterion, findings);
      List<Scores> scores = checked(blocks, search.run(used, progress));
      Provenance.Cost cost = new Provenance.Cost(open.records(), analyzer.threads(), seconds());
      return map(blocks, scores, new Origin(used, ofModel, ofData, calibration.truth(), cost));
    }
  }

  private Blocks chosen(OnnxModel model) throws IOException, MismatchException {
    Blocks blocks = Blocks.of(model).only(analyzer.chosen());
    if (blocks.layers().isEmpty()) {
      throw new MismatchException(
          original.toString(),
          "a layer whose weights can be cut into blocks",
          "none",
          "Choose other layers, or export the model with its weights.");
    }
    return blocks;
  }

  /**
   * Inner graphs run at their own times, so that nobody tells what their weights do to the loss.
   */
  private Blocks reachable(Blocks blocks) {
    blocks.layers().stream()
        .filter(layer -> !isReachable(layer))
        .map(layer -> layer.layer().name())
        .distinct()
        .forEach(name ->
            findings.add(
                new Finding(
                    Finding.Severity.WARNING,
                    "the weights of this layer stand in an inner graph and get no score",
                    name)));
    return blocks.only(Analysis::isReachable);
  }

  private static boolean isReachable(LayerBlocks layer) {
    return layer.layer().scope().isMain() && layer.weight().site().scope().isMain();
  }

  private Calibration calibration(OnnxModel model, OpenDataset data)
      throws RunException, IOException, MismatchException {
    try (Batches first = data.batches(1)) {
      if (!first.next()) {
        throw new DataException("the data set", "at least one record", "none");
      }
      return Calibration.of(model, first.batch(), analyzer.judging());
    }
  }

  private double seconds() {
    return (System.nanoTime() - began) / NANOSECONDS;
  }

  /** Where scores come from. */
  private record Origin(
      Criterion criterion,
      String model,
      String data,
      Provenance.Truth truth,
      Provenance.Cost cost) {}

  private ImportanceMap map(Blocks blocks, List<Scores> scores, Origin origin) throws IOException {
    List<ScoredLayer> layers = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      layers.add(ScoredLayer.of(blocks.layers().get(i), scores.get(i)));
    }
    Provenance provenance =
        new Provenance(
            origin.criterion(),
            origin.model(),
            origin.data(),
            origin.truth(),
            versions(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            origin.cost());
    return new ImportanceMap(layers, blocks.parameters(), provenance, findings);
  }

  private static String versions() throws IOException {
    return "ModelWard %s, ONNX Runtime %s"
        .formatted(Versions.ofBundle(Analysis.class), Versions.ofRuntime());
  }

  private static List<Scores> checked(Blocks blocks, List<double[]> rows) throws MismatchException {
    List<Scores> scores = new ArrayList<>();
    for (double[] row : rows) {
      if (!DoubleStream.of(row).allMatch(score -> Float.isFinite((float) score))) {
        throw new MismatchException(
            "layer " + blocks.layers().get(scores.size()).layer().name(),
            "finite gradients",
            "a score that is infinite or no number",
            "Check the scale of the data, and that the model's outputs are finite.");
      }
      scores.add(Scores.of(row));
    }
    return scores;
  }
}
