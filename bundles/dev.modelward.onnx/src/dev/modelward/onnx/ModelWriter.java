// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    Path target = file.toAbsolutePath().normalize();
    copyExternalData(target.getParent());
    replace(target, this::writeModel);
  }

  private void writeModel(Path beside) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      model.message().writeTo(channel);
      channel.force(true);
    }
  }

  private void copyExternalData(Path folder) throws IOException {
    Map<String, Path> folders = new TreeMap<>();
    TensorWalk.visit(model, tensor -> addExternal(tensor, folders));
    for (Map.Entry<String, Path> entry : folders.entrySet()) {
      Path from = entry.getValue().resolve(entry.getKey());
      Path to = folder.resolve(entry.getKey());
      if (!from.equals(to)) {
        Files.createDirectories(to.getParent());
        replace(to, beside -> Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING));
      }
    }
  }

  private static void addExternal(Tensor tensor, Map<String, Path> folders) {
    if (tensor.storage() instanceof Storage.External external
        && tensor.trail().source() instanceof Source.OfFile file) {
      folders.put(external.data().location(), file.folder());
    }
  }

  /** Writes beside the target and moves into place, so that the target is always whole. */
  private static void replace(Path target, Writing writing) throws IOException {
    Path beside = Files.createTempFile(target.getParent(), "write", ".part");
    try {
      writing.write(beside);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Fills a file. */
  private interface Writing {
    void write(Path file) throws IOException;
  }
}
