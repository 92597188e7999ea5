// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** ONNX Runtime, the other implementation beside which models are read and run. */
final class OnnxRuntime {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

  /** Options under which nothing but what the file says is run. */
  static OrtSession.SessionOptions plain() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    options.setIntraOpNumThreads(1);
    return options;
  }

  /** A session of a model file. */
  OrtSession open(Path file, OrtSession.SessionOptions options) throws OrtException {
    return environment.createSession(file.toString(), options);
  }

  /** A session of a model in memory. */
  OrtSession open(byte[] model, OrtSession.SessionOptions options) throws OrtException {
    return environment.createSession(model, options);
  }

  /** A tensor of floats. */
  OnnxTensor tensor(float[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
  }

  /** The first output for one input of floats. */
  float[] run(OrtSession session, float[] input) throws OrtException {
    String name = session.getInputNames().iterator().next();
    TensorInfo type = (TensorInfo) session.getInputInfo().get(name).getInfo();
    long[] shape = Arrays.stream(type.getShape()).map(size -> Math.max(1, size)).toArray();
    try (OnnxTensor tensor = tensor(input, shape);
        OrtSession.Result result = session.run(Map.of(name, tensor))) {
      FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[output.remaining()];
      output.get(values);
      return values;
    }
  }

  /** Why ONNX Runtime refuses a model file; empty if it does not. */
  Optional<String> refusal(Path file) {
    try (OrtSession.SessionOptions options = plain()) {
      open(file, options).close();
      return Optional.empty();
    } catch (OrtException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
