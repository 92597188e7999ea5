// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** ONNX Runtime on one thread, asked for the bytes of outputs. */
final class Runtime {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private Runtime() {}

  static OrtEnvironment environment() {
    return ENVIRONMENT;
  }

  static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    return options;
  }

  /** What a model file answers to inputs that are always the same. */
  static byte[] answer(Path model) throws OrtException {
    try (OrtSession.SessionOptions options = options();
        OrtSession session = ENVIRONMENT.createSession(model.toString(), options)) {
      return answer(session);
    }
  }

  static byte[] answer(byte[] model) throws OrtException {
    try (OrtSession.SessionOptions options = options();
        OrtSession session = ENVIRONMENT.createSession(model, options)) {
      return answer(session);
    }
  }

  static byte[] answer(OrtSession session) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    try {
      for (Map.Entry<String, NodeInfo> each : session.getInputInfo().entrySet()) {
        inputs.put(each.getKey(), input((TensorInfo) each.getValue().getInfo(), random));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        ByteBuffer bytes = ((OnnxTensor) result.get(0)).getByteBuffer();
        byte[] answer = new byte[bytes.remaining()];
        bytes.get(answer);
        return answer;
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor input(TensorInfo info, SplittableRandom random) throws OrtException {
    int count = (int) Arrays.stream(info.getShape()).reduce(1, Math::multiplyExact);
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(count * info.type.size).order(ByteOrder.nativeOrder());
    for (int i = 0; i < count; i++) {
      // a branch is taken by the sign of the sum
      double number = i == 0 ? -20 : random.nextDouble(0, 5);
      if (info.type == OnnxJavaType.DOUBLE) {
        bytes.putDouble(number);
      } else {
        bytes.putFloat((float) number);
      }
    }
    return OnnxTensor.createTensor(ENVIRONMENT, bytes.flip(), info.getShape(), info.type);
  }
}
