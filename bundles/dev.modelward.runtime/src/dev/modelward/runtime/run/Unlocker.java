// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.run;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Unsupported;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens models in ONNX Runtime, verified on some threads, with sessions of some options. */
public record Unlocker(OrtEnvironment environment, OrtSession.SessionOptions options, int threads) {

  /**
   * The model as the tier of a key has it. The options take up its tensors, and are of no use for
   * another model.
   */
  public UnlockedModel unlock(Artifact artifact, TierKey key)
      throws IOException, ProtectionException, OrtException {
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new Unsupported("models open on little-endian processors only");
    }
    Restored restored = artifact.restore(key, threads);
    List<OnnxTensor> tensors = new ArrayList<>();
    try {
      options.addExternalInitializers(initializers(artifact, restored, tensors));
      OrtSession session = environment.createSession(artifact.model().toString(), options);
      return new UnlockedModel(session, tensors, restored);
    } catch (OrtException | ProtectionException | RuntimeException | Error e) {
      tensors.forEach(OnnxTensor::close);
      restored.close();
      throw e;
    }
  }

  private Map<String, OnnxTensorLike> initializers(
      Artifact artifact, Restored restored, List<OnnxTensor> tensors)
      throws OrtException, Unsupported {
    Map<String, OnnxTensorLike> initializers = new HashMap<>();
    for (Map.Entry<Integer, ByteBuffer> each : restored.tensors().entrySet()) {
      Tensor tensor = artifact.manifest().tensors().get(each.getKey());
      long[] dims = tensor.dims().stream().mapToLong(Long::longValue).toArray();
      OnnxTensor made =
          OnnxTensor.createTensor(environment, each.getValue().rewind(), dims, type(tensor));
      tensors.add(made);
      initializers.put(tensor.name(), made);
    }
    return initializers;
  }

  /** ONNX's number of an element type, as ONNX Runtime for Java names it. */
  private static OnnxJavaType type(Tensor tensor) throws Unsupported {
    return switch (tensor.type()) {
      case 1 -> OnnxJavaType.FLOAT;
      case 2 -> OnnxJavaType.UINT8;
      case 3 -> OnnxJavaType.INT8;
      case 5 -> OnnxJavaType.INT16;
      case 6 -> OnnxJavaType.INT32;
      case 7 -> OnnxJavaType.INT64;
      case 10 -> OnnxJavaType.FLOAT16;
      case 11 -> OnnxJavaType.DOUBLE;
      case 16 -> OnnxJavaType.BFLOAT16;
      default ->
          throw new Unsupported(
              "%s: ONNX Runtime for Java takes no elements of type %d from memory"
                  .formatted(tensor.name(), tensor.type()));
    };
  }
}
