// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.plan.Unit;
import dev.modelward.protect.planner.Yardstick;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiers of real models are worth what was asked for, also with decoys that no search has seen. */
@ReferenceTest
class PlannerTest {

  private static Dataset images(String folder, int sigma, int window, long seed) {
    return Dataset.of(new Origin.Folder(Shared.file("images/" + folder)))
        .with(new Transform.Grey())
        .with(new Transform.Crop(window, window, 7))
        .with(new Transform.Scale(255))
        .with(new Transform.GaussianNoise(sigma / 255.0, seed));
  }

  /** Calibrated on BSD68, judged by the whole of Set12, looked for in a window of each image. */
  private static Ladder denoiser(String name, int sigma, Report report, double... targets)
      throws Exception {
    OnnxModel model = OnnxModel.open(Shared.file("dncnn/" + name + ".onnx"));
    long most =
        Blocks.of(model).layers().stream().mapToLong(LayerBlocks::weights).max().orElseThrow();
    Plot plot =
        new Plot(
            name + ", sigma %d, Set12, the 15 middle layers".formatted(sigma),
            model,
            layer -> layer.weights() == most,
            images("bsd68", sigma, 64, 1),
            DataSets.noisy("set12", sigma, 0),
            Metric.PSNR);
    Yardstick yardstick = new Yardstick(plot.test(), images("set12", sigma, 96, 0));
    Ladder ladder = Ladder.of(plot, yardstick, report, Ladder.tiers(Unit.DECIBEL, targets), 8);
    ladder.report(report);
    double noisy = 20 * Math.log10(255.0 / sigma);
    for (List<Double> means : List.of(ladder.means(), ladder.fresh())) {
      assertTrue(means.getFirst() <= noisy + 0.5, means.toString());
      for (int i = 1; i < means.size(); i++) {
        assertTrue(means.get(i) >= means.get(i - 1) + 1, means.toString());
      }
    }
    ladder.check(0.5);
    return ladder;
  }

  @Test
  @Tag("slow")
  void aDenoiserAtSigma25HasFiveTiers(Report report) throws Exception {
    Ladder ladder = denoiser("dncnn-kair25", 25, report, 20.2, 22, 24, 26, 28.5);
    assertEquals(30.451, ladder.means().getLast(), 5e-3);
  }

  @Test
  @Tag("slow")
  void aDenoiserAtSigma50HasFiveTiers(Report report) throws Exception {
    Ladder ladder = denoiser("dncnn-s50-bn", 50, report, 14.3, 17, 19.5, 22, 25);
    assertEquals(27.160, ladder.means().getLast(), 1e-2);
  }

  @Test
  @Tag("slow")
  void aClassifierHasFourTiers(Report report) throws Exception {
    Plot plot =
        new Plot(
            "vgg19-cifar10",
            OnnxModel.open(Shared.file("vgg19-cifar10/vgg19-cifar10.onnx")),
            layer -> layer.kind() == BlockKind.KERNEL_SLICE,
            DataSets.cifar("train-8068")
                .with(
                    new Transform.Normalize(
                        List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616)))
                .first(1024),
            DataSets.vgg19(),
            Metric.TOP_1);
    Yardstick yardstick = new Yardstick(plot.test(), plot.test().first(254));
    Ladder ladder =
        Ladder.of(plot, yardstick, report, Ladder.tiers(Unit.PERCENT, 10, 50, 70, 80), 40);
    ladder.report(report);
    ladder.check(0.02);
    assertEquals(0.87, ladder.means().getLast(), 0.02);
  }
}
