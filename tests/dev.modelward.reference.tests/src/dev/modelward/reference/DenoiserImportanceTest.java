// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.curve.Curve;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Ranking;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How few kernels break a denoiser: calibrated on BSD68, measured on the whole of Set12. */
@ReferenceTest
@Tag("slow")
class DenoiserImportanceTest {
  private static final double DOZEN = 0.0002;
  private static final Double[] COMPARED = {0.002, 0.005, 0.01};

  private static Plot plot(String model, int sigma, boolean isWhole) throws Exception {
    OnnxModel opened = OnnxModel.open(Shared.file("dncnn/" + model + ".onnx"));
    long most =
        Blocks.of(opened).layers().stream().mapToLong(LayerBlocks::weights).max().orElseThrow();
    Predicate<LayerBlocks> chosen = layer -> isWhole || layer.weights() == most;
    String layers = isWhole ? "all 17 layers" : "the 15 middle layers";
    return new Plot(
        "%s, sigma %d, Set12, %s".formatted(model, sigma, layers),
        opened,
        chosen,
        crops(sigma),
        DataSets.noisy("set12", sigma, 0),
        Metric.PSNR);
  }

  /** A window of 64 by 64 of each image of BSD68. */
  static Dataset crops(int sigma) {
    return Dataset.of(new Origin.Folder(Shared.file("images/bsd68")))
        .with(new Transform.Grey())
        .with(new Transform.Crop(64, 64, 7))
        .with(new Transform.Scale(255))
        .with(new Transform.GaussianNoise(sigma / 255.0, 1));
  }

  private static Curve compared(Plot plot, Report report) throws Exception {
    ImportanceMap fisher = plot.map(Criterion.Fisher.usual(), report);
    Curve curve = plot.curve(fisher, Ranking.global(), report, DOZEN, 0.002, 0.005, 0.01, 0.02);
    for (Criterion baseline :
        new Criterion[] {new Criterion.Magnitude(), new Criterion.Random(0)}) {
      ImportanceMap map = plot.map(baseline, report);
      Curve other = plot.curve(map, Ranking.global(), report, COMPARED);
      for (double share : COMPARED) {
        assertTrue(Plot.at(curve, share) <= Plot.at(other, share) - 5, baseline + " at " + share);
      }
    }
    assertTrue(curve.plain() - Plot.at(curve, DOZEN) >= 5);
    return curve;
  }

  @Test
  void aDozenKernelsCostFiveDecibelsAtSigma50(Report report) throws Exception {
    Plot plot = plot("dncnn-s50-bn", 50, false);
    Curve curve = compared(plot, report);
    assertTrue(Plot.at(curve, 0.01) <= 15);
    ImportanceMap gates = plot.map(Criterion.ProbabilisticSelection.usual().paced(8, 4), report);
    Curve byGates = plot.curve(gates, Ranking.global(), report, 0.005, 0.02);
    for (double share : new double[] {0.005, 0.02}) {
      assertTrue(Plot.at(byGates, share) <= Plot.at(curve, share) + 1);
    }
  }

  @Test
  void aDozenKernelsCostFiveDecibelsAtSigma25(Report report) throws Exception {
    compared(plot("dncnn-kair25", 25, false), report);
  }

  @Test
  void allLayersTogetherAreReportedAsTheyAre(Report report) throws Exception {
    Plot plot = plot("dncnn-s50-bn", 50, true);
    ImportanceMap fisher = plot.map(Criterion.Fisher.usual(), report);
    Curve curve = plot.curve(fisher, Ranking.global(), report, DOZEN, 0.01);
    ImportanceMap magnitude = plot.map(new Criterion.Magnitude(), report);
    plot.curve(magnitude, Ranking.global(), report, 0.002, 0.01);
    assertTrue(Plot.at(curve, 0.01) <= 15);
    assertTrue(curve.plain() - Plot.at(curve, DOZEN) >= 5);
  }
}
