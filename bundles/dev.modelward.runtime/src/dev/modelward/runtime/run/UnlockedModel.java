// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.run;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.runtime.artifact.Restored;
import java.util.List;

/** A session of a model as a tier has it; closing it zeroes what was restored for it. */
public final class UnlockedModel implements AutoCloseable {
  private final OrtSession session;
  private final List<OnnxTensor> tensors;
  private final Restored restored;
  private boolean isClosed;

  UnlockedModel(OrtSession session, List<OnnxTensor> tensors, Restored restored) {
    this.session = session;
    this.tensors = List.copyOf(tensors);
    this.restored = restored;
  }

  /** The session, which this closes. */
  public OrtSession session() {
    return session;
  }

  @Override
  public synchronized void close() throws OrtException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    // ONNX Runtime may compute with the very bytes that it was given, so the session goes first
    try (restored) {
      session.close();
      tensors.forEach(OnnxTensor::close);
    }
  }
}
