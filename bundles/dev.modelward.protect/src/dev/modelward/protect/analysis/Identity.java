// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;

/** How models are known again. */
final class Identity {
  private Identity() {}

  /** The SHA-256, in hexadecimal digits, of a model's file and the data it keeps outside. */
  static String of(OnnxModel model) throws IOException {
    Fingerprint digest = new Fingerprint();
    model.message().pieces().forEach(digest::add);
    for (Tensor tensor : model.graph().initializers()) {
      if (tensor.storage() instanceof Storage.External) {
        Bytes raw = tensor.raw();
        raw.pieces().forEach(digest::add);
      }
    }
    return digest.hex();
  }
}
