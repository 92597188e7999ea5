// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import dev.modelward.learn.gradient.BatchStatistics;
import dev.modelward.learn.gradient.Gradient;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our gradients: a gradient model in a session. */
final class OnnxContender implements Contender {
  private final OnnxModel model;
  private final Session session;
  private final Map<String, NativeTensor> inputs = new LinkedHashMap<>();
  private final Map<String, NativeTensor> outputs = new LinkedHashMap<>();

  /** For so many images on so many threads. */
  OnnxContender(Mode mode, int images, int threads) throws Exception {
    OnnxModel vgg = Vgg9.model();
    List<Tensor> weights = Vgg9.weights(vgg);
    OnnxModel forward = mode.batchStatistics() ? BatchStatistics.of(vgg).model() : vgg;
    String logits = Vgg9.logits(vgg);
    float[] pixels = Vgg9.images(images);
    List<Long> dims = List.of((long) images, 3L, 32L, 32L);
    inputs.put("x", NativeTensor.of(dims, pixels));
    Observation seen = Observation.of(forward, inputs);
    List<String> names = weights.stream().map(Tensor::name).toList();
    Gradient gradient = Gradient.of(forward, new Loss.CrossEntropy(logits), names, seen);
    inputs.put(Loss.TARGET, targets(images));
    for (Tensor weight : weights) {
      if (mode.weightsAreInputs()) {
        inputs.put(weight.name(), NativeTensor.copyOf(weight));
      }
      outputs.put(
          gradient.outputs().get(weight.name()),
          NativeTensor.zeros(ElementType.FLOAT32, weight.dims()));
    }
    model = mode.weightsAreInputs() ? Vgg9.asking(gradient.model(), weights) : gradient.model();
    session = Session.open(model, SessionSettings.cpu(threads));
  }

  private static NativeTensor targets(int images) throws Exception {
    float[] targets = new float[images * Vgg9.CLASSES];
    for (int i = 0; i < images; i++) {
      targets[i * Vgg9.CLASSES + i % Vgg9.CLASSES] = 1;
    }
    return NativeTensor.of(List.of((long) images, (long) Vgg9.CLASSES), targets);
  }

  OnnxModel model() {
    return model;
  }

  Map<String, NativeTensor> inputs() {
    return inputs;
  }

  /** The gradients, in the order of the weights. */
  List<NativeTensor> gradients() {
    return List.copyOf(outputs.values());
  }

  @Override
  public void step() throws Exception {
    session.run(inputs, outputs);
  }

  @Override
  public void close() throws Exception {
    session.close();
  }
}
