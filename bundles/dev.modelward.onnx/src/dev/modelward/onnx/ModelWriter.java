// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes a model file, and copies along the external data it refers to. */
final class ModelWriter {
  private final OnnxModel model;

  ModelWriter(OnnxModel model) {
    this.model = model;
  }

  void write(Path file) throws IOException {
    if (model.message().size() > Integer.MAX_VALUE) {
      throw new IOException(
          "expected a model of at most 2 GiB, found %d bytes: keep its weights in external data"
              .formatted(model.message().size()));
    }
    copyExternalData(file.toAbsolutePath().normalize().getParent());
    WholeFile.write(file, model.message()::writeTo);
  }

  private void copyExternalData(Path folder) throws IOException {
    Map<String, Path> folders = new TreeMap<>();
    TensorWalk.visit(model, tensor -> addExternal(tensor, folders));
    for (Map.Entry<String, Path> entry : folders.entrySet()) {
      new ExternalDataFile(entry.getValue(), entry.getKey()).copyTo(folder);
    }
  }

  private static void addExternal(Tensor tensor, Map<String, Path> folders) {
    if (tensor.storage() instanceof Storage.External external
        && tensor.trail().source() instanceof Source.OfFile file) {
      folders.put(external.data().location(), file.folder());
    }
  }
}
