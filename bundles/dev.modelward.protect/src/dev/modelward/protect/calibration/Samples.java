// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.calibration;

import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All samples of a data set in memory, to be asked again and again for the loss they see. */
public final class Samples implements AutoCloseable {
  private final Calibration calibration;
  private final Map<List<Long>, Circuit> circuits = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private long count;

  private Samples(Calibration calibration) {
    this.calibration = calibration;
  }

  /** Some samples, and the graph that tells their loss. */
  private record Part(Circuit circuit, Portion portion) {}

  /** Reads all samples, so many at a time. */
  public static Samples of(Calibration calibration, OpenDataset data, int room, Progress progress)
      throws RunException, IOException, MismatchException {
    Samples samples = new Samples(calibration);
    try (Session forward = Session.open(calibration.model(), SessionSettings.cpu(1));
        Batches batches = data.batches(room)) {
      Own own = new Own(calibration, forward);
      while (batches.next()) {
        progress.checkCancelled();
        List<Long> sizes = new ArrayList<>(Calibration.sample(batches.batch()));
        sizes.addFirst((long) room);
        Portion portion = samples.add(sizes);
        portion.fill(batches.batch(), calibration.truth());
        own.complete(portion);
        samples.count += portion.size();
      }
    } catch (RunException | IOException | MismatchException | RuntimeException e) {
      samples.close();
      throw e;
    }
    return samples;
  }

  private Portion add(List<Long> sizes) throws RunException, IOException {
    if (!circuits.containsKey(sizes)) {
      circuits.put(sizes, calibration.forward(sizes));
    }
    Circuit circuit = circuits.get(sizes);
    Portion portion = circuit.portion();
    parts.add(new Part(circuit, portion));
    return portion;
  }

  /** Everything that one thread needs to ask them about some weights, which are its inputs. */
  public Map<List<Long>, Session> sessions(Set<String> weights) throws RunException, IOException {
    Map<List<Long>, Session> sessions = new HashMap<>();
    for (Map.Entry<List<Long>, Circuit> entry : circuits.entrySet()) {
      OnnxModel model = entry.getValue().gradient().model();
      OnnxModel open = model.with(model.graph().edit().makeInputs(weights).apply());
      sessions.put(entry.getKey(), Session.open(open, SessionSettings.cpu(1)));
    }
    return sessions;
  }

  /** The mean loss with some weights. */
  public double loss(Map<List<Long>, Session> sessions, Map<String, NativeTensor> weights)
      throws RunException {
    double sum = 0;
    for (Part part : parts) {
      List<Long> sizes = part.circuit().samples();
      try (NativeTensor losses =
          NativeTensor.zeros(ElementType.FLOAT32, List.of(sizes.getFirst()))) {
        Map<String, NativeTensor> inputs = new HashMap<>(part.circuit().inputs(part.portion()));
        inputs.putAll(weights);
        sessions.get(sizes).run(inputs, Map.of(part.circuit().gradient().perSample(), losses));
        for (int i = 0; i < part.portion().size(); i++) {
          sum += losses.floats().get(i);
        }
      }
    }
    return sum / count;
  }

  @Override
  public void close() {
    parts.forEach(part -> part.portion().close());
  }
}
