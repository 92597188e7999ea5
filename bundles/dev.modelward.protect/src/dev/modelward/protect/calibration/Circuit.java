// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.calibration;

import dev.modelward.learn.gradient.Gradient;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.tensor.ElementType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graph that tells the loss of samples of some sizes, and its gradients by some values. */
public record Circuit(
    Calibration calibration, List<Long> samples, List<Long> target, Gradient gradient) {

  /** Keeps its own copies. */
  public Circuit {
    samples = List.copyOf(samples);
    target = List.copyOf(target);
  }

  /** The graph for samples of some sizes, the first of which is their number. */
  public static Circuit of(Calibration calibration, List<Long> samples, List<String> wanted)
      throws RunException, IOException, UnsupportedNodeException {
    try (NativeTensor zeros = NativeTensor.zeros(ElementType.FLOAT32, samples)) {
      Observation seen = Observation.of(calibration.model(), Map.of(calibration.input(), zeros));
      Loss loss = new Loss.Weighted(calibration.loss());
      Gradient gradient = Gradient.of(calibration.model(), loss, wanted, seen);
      List<Long> target = seen.value(loss.judged()).orElseThrow().dims();
      return new Circuit(calibration, samples, target, gradient);
    }
  }

  /** Memory for the samples of a run. */
  public Portion portion() throws RunException {
    return Portion.of(samples, target);
  }

  /** The inputs of the graph for a portion of samples. */
  public Map<String, NativeTensor> inputs(Portion portion) {
    Map<String, NativeTensor> inputs = new HashMap<>();
    inputs.put(calibration.input(), portion.samples());
    inputs.put(Loss.WEIGHT, portion.weight());
    if (calibration.loss().hasTarget()) {
      inputs.put(Loss.TARGET, portion.target());
    }
    return inputs;
  }
}
