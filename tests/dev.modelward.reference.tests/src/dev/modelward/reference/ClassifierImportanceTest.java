// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.curve.Curve;
import dev.modelward.protect.importance.Comparison;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Ranking;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How few kernels break a classifier, by which criterion they are chosen, and at what cost. */
@ReferenceTest
class ClassifierImportanceTest {
  private static final double LESS = 0.0005;
  private static final double MORE = 0.001;
  private static final String TABLE = "Importance: checks";

  private static Plot vgg19() throws Exception {
    OnnxModel model = OnnxModel.open(Shared.file("vgg19-cifar10/vgg19-cifar10.onnx"));
    return new Plot(
        "vgg19-cifar10",
        model,
        ClassifierImportanceTest::isKernel,
        calibration(1024),
        DataSets.vgg19(),
        Metric.TOP_1);
  }

  private static Dataset calibration(long samples) {
    return DataSets.cifar("train-8068")
        .with(
            new Transform.Normalize(
                List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616)))
        .first(samples);
  }

  private static boolean isKernel(LayerBlocks layer) {
    return layer.kind() == BlockKind.KERNEL_SLICE;
  }

  @Test
  @Tag("fast")
  void aFewKernelsOfVggAreEnough(Report report) throws Exception {
    Plot plot = vgg19();
    ImportanceMap fisher = plot.map(new Criterion.Fisher(16, 0), report);
    Curve byFisher = plot.curve(fisher, Ranking.global(), report, LESS, MORE);
    plot.curve(fisher, Ranking.global().capped(0.25), report, LESS, MORE);
    ImportanceMap magnitude = plot.map(new Criterion.Magnitude(), report);
    plot.curve(magnitude, Ranking.global(), report, LESS, MORE);
    plot.curve(magnitude, Ranking.perLayer(), report, LESS, MORE);
    ImportanceMap chance = plot.map(new Criterion.Random(0), report);
    Curve byChance = plot.curve(chance, Ranking.global(), report, LESS, MORE);
    assertEquals(0.8702, byFisher.plain(), 5e-5);
    assertTrue(Plot.at(byFisher, LESS) <= 0.18);
    assertTrue(Plot.at(byFisher, MORE) <= 0.14);
    assertTrue(Plot.at(byChance, LESS) >= 0.85 && Plot.at(byChance, MORE) >= 0.85);
  }

  @Test
  @Tag("slow")
  void otherClassifiersAreReportedAsTheyAre(Report report) throws Exception {
    Plot fashion =
        new Plot(
            "fashion-cnn",
            OnnxModel.open(Shared.file("fashion-mnist/fashion-cnn.onnx")),
            layer -> true,
            DataSets.fashion("train").first(1024),
            DataSets.fashion("t10k"),
            Metric.TOP_1);
    Dataset colours =
        DataSets.cifar("train-8068")
            .with(
                new Transform.Normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)))
            .first(1024);
    Plot resnet =
        new Plot(
            "resnet20",
            OnnxModel.open(Shared.file("resnet-cifar10/resnet20-bn.onnx")),
            ClassifierImportanceTest::isKernel,
            colours,
            DataSets.resnet20(),
            Metric.TOP_1);
    for (Plot plot : List.of(fashion, resnet)) {
      Double[] shares = {LESS, MORE, 0.005, 0.02};
      ImportanceMap fisher = plot.map(new Criterion.Fisher(16, 0), report);
      Curve curve = plot.curve(fisher, Ranking.global(), report, shares);
      plot.curve(fisher, Ranking.global().capped(0.25), report, shares);
      ImportanceMap magnitude = plot.map(new Criterion.Magnitude(), report);
      plot.curve(magnitude, Ranking.global(), report, shares);
      plot.curve(magnitude, Ranking.perLayer(), report, shares);
      ImportanceMap chance = plot.map(new Criterion.Random(0), report);
      Curve byChance = plot.curve(chance, Ranking.global(), report, shares);
      assertTrue(Plot.at(curve, 0.02) < Plot.at(byChance, 0.02));
    }
  }

  @Test
  @Tag("slow")
  void gatesDoAsWellAsFisher(Report report) throws Exception {
    Plot plot = vgg19();
    Double[] shares = {0.005, 0.02};
    ImportanceMap fisher = plot.map(new Criterion.Fisher(16, 0), report);
    ImportanceMap gates = plot.map(Criterion.ProbabilisticSelection.usual(), report);
    Curve byFisher = plot.curve(fisher, Ranking.global(), report, shares);
    Curve byGates = plot.curve(gates, Ranking.global(), report, shares);
    for (double share : shares) {
      assertTrue(Plot.at(byGates, share) <= Plot.at(byFisher, share) + 0.03);
    }
    ImportanceMap one =
        Analyzer.on(1)
            .of(plot.layers())
            .analyze(
                plot.model(),
                plot.calibration(),
                Criterion.ProbabilisticSelection.usual(),
                Progress.NONE);
    Comparison threads = new Comparison(gates, one);
    double least =
        threads.byLayer().stream()
            .mapToDouble(Comparison.Agreement::correlation)
            .min()
            .orElseThrow();
    report.add(
        TABLE,
        "pss on one and on two threads",
        "rank correlation of each layer >= %.6f, overlap of the top 0.5 %% %.4f"
            .formatted(least, threads.overlap(Ranking.global(), 0.005)),
        ">= .99");
    assertTrue(least >= 0.99);
  }

  /** The published program protects four of the layers; 13 epochs are a tenth of its length. */
  @Test
  @Tag("slow")
  void thePublishedWayRepeatsItself(Report report) throws Exception {
    Plot all = vgg19();
    Set<String> published =
        Set.of(
            "/features/features.0/Conv",
            "/features/features.3/Conv",
            "/features/features.14/Conv",
            "/features/features.27/Conv");
    Plot plot =
        new Plot(
            all.name() + ", layers 0, 1, 4, 8",
            all.model(),
            layer -> published.contains(layer.layer().name()),
            calibration(600),
            all.test(),
            Metric.TOP_1);
    Criterion shorter = Criterion.ProbabilisticSelection.published().paced(13, 150);
    ImportanceMap first = plot.map(shorter, report);
    ImportanceMap second = plot.map(shorter, report);
    assertEquals(4, first.layers().size());
    assertTrue(first.agreesWith(second));
    plot.curve(first, Ranking.perLayer(), report, 0.02, 0.08);
    plot.curve(plot.map(new Criterion.Random(0), report), Ranking.perLayer(), report, 0.02, 0.08);
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  @Test
  @Tag("fast")
  void fisherCostsNoMoreThanAFewForwardPasses(Report report) throws Exception {
    Plot plot = vgg19();
    Dataset samples = calibration(2048);
    EvaluationSettings settings = EvaluationSettings.cpu(2).by(Metric.TOP_1);
    Evaluator.evaluate(plot.model(), samples, settings, Progress.NONE);
    Duration began = cpu();
    for (int i = 0; i < 3; i++) {
      Evaluator.evaluate(plot.model(), samples, settings, Progress.NONE);
    }
    Duration forward = cpu().minus(began);
    began = cpu();
    Analyzer.on(2)
        .of(plot.layers())
        .analyze(plot.model(), samples, new Criterion.Fisher(16, 0), Progress.NONE);
    Duration fisher = cpu().minus(began);
    double ratio = (double) fisher.toMillis() / forward.toMillis();
    report.add(
        TABLE,
        "CPU time of fisher on 2,048 samples over that of 3 x 2,048 forward passes",
        "%.2f (%.2f s / %.2f s)"
            .formatted(ratio, fisher.toMillis() / 1e3, forward.toMillis() / 1e3),
        "<= 3");
    assertTrue(ratio <= 3, "ratio " + ratio);
  }
}
