// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.data.Batch;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.Answer;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.tensor.ElementType;
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

  private Examiner(Circuit circuit, Session forward, List<Displacement> layers)
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

  /** An examiner who asks the model itself, in a session shared with others, where it must. */
  static Examiner of(Circuit circuit, Session forward, List<Displacement> layers)
      throws RunException, IOException {
    return new Examiner(circuit, forward, layers);
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
    switch (circuit.calibration().truth()) {
      case OWN_CLASSES -> markOwnClasses();
      case OWN_OUTPUT -> spreadOwnOutput(chance);
      case LABELS, CLEAN, OUTPUT, NONE -> {}
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

  private FloatBuffer own() throws RunException {
    Map<String, NativeTensor> inputs = Map.of(circuit.calibration().input(), portion.samples());
    String output = circuit.calibration().model().graph().outputs().getFirst().name();
    Answer answer = forward.answer(inputs, output);
    return answer.values();
  }

  private void markOwnClasses() throws RunException, MismatchException {
    FloatBuffer scores = own();
    int classes = scores.capacity() / portion.weight().floats().capacity();
    for (int i = 0; i < portion.size(); i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = scores.get(i * classes + c) > scores.get(i * classes + best) ? c : best;
      }
      portion.mark(i, best);
    }
  }

  /**
   * With the output itself there would be no error; the spread makes that of every output count.
   */
  private void spreadOwnOutput(SplitMix64 chance) throws RunException {
    FloatBuffer output = own();
    FloatBuffer target = portion.target().floats();
    for (int i = 0; i < target.capacity(); i++) {
      target.put(i, output.get(i) + (float) chance.normal());
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
