// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.artifact.Workers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Writes what everybody may see of an artifact. */
record PublicFiles(WholeFolder folder, Workers workers) {
  private static final Rings NONE = new Rings(1, new FileDigest("", 0), List.of());

  /** Writes the files, and says all that the manifest of an artifact says but for rings. */
  Manifest write(Blueprint blueprint, Slots slots, String artifact, Progress progress)
      throws IOException, ProtectionException {
    FileDigest ofModel = write(slots.publicModel().message(), folder.file(Names.MODEL));
    List<Tensor> tensors = List.of();
    if (!slots.slots().isEmpty()) {
      try (FileChannel file = data(folder.file(Names.DATA))) {
        DataWriter writer = new DataWriter(slots, blueprint.decoy(), file, progress);
        writer.write(workers);
        tensors = writer.tensors();
      }
    }
    return new Manifest(
        artifact,
        new Manifest.Files(ofModel, slots.length()),
        tensors,
        slots.inside(),
        blueprint.tiers(),
        blueprint.provenance(),
        NONE);
  }

  private static FileChannel data(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static FileDigest write(Bytes bytes, Path file) throws IOException {
    MessageDigest sha = Tree.sha256();
    bytes.addTo(sha);
    try (FileChannel to =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      bytes.writeTo(to);
    }
    return new FileDigest(HexFormat.of().formatHex(sha.digest()), bytes.size());
  }
}
