// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model that is loaded and can run. */
public final class Session implements AutoCloseable {
  private final String name;
  private final OrtSession session;
  private final List<NativeTensor> weights;

  private Session(String name, OrtSession session, List<NativeTensor> weights) {
    this.name = name;
    this.session = session;
    this.weights = weights;
  }

  /** Loads a model. */
  public static Session open(OnnxModel model, SessionSettings settings)
      throws RunException, IOException {
    return open(model, settings, Map.of());
  }

  /**
   * Loads a model with some of its initializers in memory of the caller's; with editable weights,
   * what the caller writes there is seen by the next run.
   */
  public static Session open(
      OnnxModel model, SessionSettings settings, Map<String, NativeTensor> initializers)
      throws RunException, IOException {
    List<NativeTensor> external = new ArrayList<>();
    try (OrtSession.SessionOptions options = options(settings)) {
      Map<String, OnnxTensorLike> supplied = new HashMap<>();
      for (Tensor tensor : model.graph().initializers()) {
        if (tensor.storage() instanceof Storage.External) {
          NativeTensor copy = NativeTensor.copyOf(tensor);
          external.add(copy);
          supplied.put(tensor.name(), copy.handle());
        }
      }
      if (!supplied.isEmpty()) {
        options.addExternalInitializers(supplied);
      }
      for (Map.Entry<String, NativeTensor> entry : initializers.entrySet()) {
        options.addInitializer(entry.getKey(), entry.getValue().handle());
      }
      byte[] bytes = model.message().toArray();
      OrtSession session = OrtEnvironment.getEnvironment().createSession(bytes, options);
      return new Session(model.toString(), session, external);
    } catch (OrtException e) {
      external.forEach(NativeTensor::close);
      throw new RunException("loading " + model, e);
    }
  }

  private static OrtSession.SessionOptions options(SessionSettings settings)
      throws OrtException, MissingProviderException {
    settings.provider().check();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(settings.threads());
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    // without it, sums of products saturate on x64 processors without VNNI: docs/decisions/0005
    options.addConfigEntry("session.x64quantprecision", "1");
    if (settings.weights() == SessionSettings.Weights.EDITABLE) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      options.addConfigEntry("session.disable_prepacking", "1");
    }
    switch (settings.provider()) {
      case CPU -> {}
      case CUDA -> options.addCUDA();
      case CORE_ML -> options.addCoreML();
      case DIRECT_ML -> options.addDirectML(0);
    }
    return options;
  }

  /** The names of what must be given to a run. */
  public Set<String> inputs() {
    return session.getInputNames();
  }

  /** The names of what a run gives. */
  public Set<String> outputs() {
    return session.getOutputNames();
  }

  /** Runs the model, and writes what it gives into memory of the caller's. */
  public void run(Map<String, NativeTensor> inputs, Map<String, NativeTensor> outputs)
      throws RunException {
    try {
      session.run(handles(inputs), handles(outputs)).close();
    } catch (OrtException e) {
      throw new RunException("running " + name, e);
    }
  }

  /**
   * Runs the model for one of its outputs, whose size need not be known; several threads may do so
   * at a time.
   */
  public Answer answer(Map<String, NativeTensor> inputs, String output) throws RunException {
    try (OrtSession.Result result = session.run(handles(inputs), Set.of(output))) {
      return Answer.copyOf(output, result.get(0));
    } catch (OrtException e) {
      throw new RunException("running " + name, e);
    }
  }

  /** Runs the model, and hands everything it gives to a reader before it is gone. */
  void observe(Map<String, NativeTensor> inputs, OutputReader reader) throws RunException {
    try (OrtSession.Result result = session.run(handles(inputs))) {
      for (Map.Entry<String, OnnxValue> entry : result) {
        if (entry.getValue() instanceof OnnxTensor tensor) {
          reader.read(entry.getKey(), tensor);
        }
      }
    } catch (OrtException e) {
      throw new RunException("running " + name, e);
    }
  }

  /** Looks at one output. */
  interface OutputReader {
    void read(String name, OnnxTensor tensor) throws OrtException;
  }

  private static Map<String, OnnxTensor> handles(Map<String, NativeTensor> tensors) {
    Map<String, OnnxTensor> handles = new LinkedHashMap<>();
    tensors.forEach((key, tensor) -> handles.put(key, tensor.handle()));
    return handles;
  }

  @Override
  public void close() throws RunException {
    try {
      session.close();
    } catch (OrtException e) {
      throw new RunException("closing " + name, e);
    } finally {
      weights.forEach(NativeTensor::close);
    }
  }
}
