// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.fisher;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.data.Batch;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.protect.calibration.Circuit;
import dev.modelward.protect.calibration.Own;
import dev.modelward.protect.calibration.Portion;
import dev.modelward.protect.importance.Provenance.Truth;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the harm that samples see in decoys: one session of the gradient's graph, for one thread.
 */
final class Examiner implements AutoCloseable {
  private final Circuit circuit;
  private final Session forward;
  private final List<Displacement> layers;
  private final Portion portion;
  private final Session backward;
  private final Map<String, NativeTensor> gradients = new HashMap<>();

  /** An examiner who asks the model itself, in a session shared with others, where it must. */
  Examiner(Circuit circuit, Session forward, List<Displacement> layers)
      throws RunException, IOException {
    this.circuit = circuit;
    this.forward = forward;
    this.layers = layers;
    this.portion = circuit.portion();
    this.backward = Session.open(circuit.gradient().model(), SessionSettings.cpu(1));
    for (Displacement layer : layers) {
      gradients.put(
          output(layer), NativeTensor.zeros(ElementType.FLOAT32, layer.blocks().tiling().dims()));
    }
  }

  private String output(Displacement layer) {
    return circuit.gradient().outputs().get(layer.blocks().value());
  }

  List<Long> samples() {
    return circuit.samples();
  }

  /** Takes a batch in, whose buffers may change afterwards. */
  void take(Batch batch) throws MismatchException {
    portion.fill(batch, circuit.calibration().truth());
  }

  int size() {
    return portion.size();
  }

  /** The sum over the samples of the harm that each block would do, by layers. */
  List<double[]> examine(SplitMix64 chance) throws RunException, MismatchException {
    FloatBuffer signs = portion.weight().floats();
    for (int i = 0; i < portion.size(); i++) {
      signs.put(i, chance.nextLong() < 0 ? -1 : 1);
    }
    new Own(circuit.calibration(), forward).complete(portion);
    if (circuit.calibration().truth() == Truth.OWN_OUTPUT) {
      spread(portion.target().floats(), chance);
    }
    backward.run(circuit.inputs(portion), gradients);
    // a gradient is that of the mean over all samples that there is room for
    double room = circuit.samples().getFirst();
    List<double[]> harm = new ArrayList<>();
    for (Displacement layer : layers) {
      harm.add(layer.harm(gradients.get(output(layer)).floats(), room * room));
    }
    return harm;
  }

  /**
   * With the output itself there would be no error; the spread makes that of every output count.
   */
  private static void spread(FloatBuffer target, SplitMix64 chance) {
    for (int i = 0; i < target.capacity(); i++) {
      target.put(i, target.get(i) + (float) chance.normal());
    }
  }

  @Override
  public void close() throws RunException {
    try {
      backward.close();
    } finally {
      portion.close();
      gradients.values().forEach(NativeTensor::close);
    }
  }
}
