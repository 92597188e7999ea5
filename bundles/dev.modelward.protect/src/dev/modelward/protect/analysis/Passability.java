// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.gradient.Gradient;
import dev.modelward.learn.gradient.Obstacle;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Observed;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.calibration.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether gradients come all the way from the loss to the weights. */
record Passability(Question question) {

  /** What stops them, for samples of some sizes. */
  List<Finding> findings(List<Long> sample) throws RunException, IOException {
    Calibration calibration = question.calibration();
    List<Long> sizes = new ArrayList<>(sample);
    sizes.addFirst((long) calibration.room(1, sample));
    List<Finding> findings = new ArrayList<>();
    try (NativeTensor zeros = NativeTensor.zeros(ElementType.FLOAT32, sizes)) {
      Observation seen = Observation.of(calibration.model(), Map.of(calibration.input(), zeros));
      List<String> wanted = new ArrayList<>();
      for (LayerBlocks layer : question.blocks().layers()) {
        if (isTold(layer, seen)) {
          wanted.add(layer.value());
        } else {
          findings.add(warning(layer.layer().name(), "it does not compute in float32"));
        }
      }
      for (Obstacle obstacle :
          Gradient.obstacles(calibration.model(), calibration.loss(), wanted, seen)) {
        String what = "%s of version %d".formatted(obstacle.operator(), obstacle.opset());
        findings.add(warning("node " + obstacle.node(), "gradients cannot pass " + what));
      }
    }
    return findings;
  }

  private static boolean isTold(LayerBlocks layer, Observation seen) {
    return seen.value(layer.value())
        .map(Observed::type)
        .filter(type -> type == ElementType.FLOAT32)
        .isPresent();
  }

  private static Finding warning(String where, String why) {
    return new Finding(
        Finding.Severity.WARNING, why + "; decoys were tried in its place (ablation)", where);
  }
}
