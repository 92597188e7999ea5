// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An ordinary model with restored weights, in a folder that has its name once it is whole. */
record PlainFolder(Path folder) {
  private static final String PART = ".part";

  /** Writes the public model of an artifact with the tensors that were restored. */
  void write(Artifact artifact, Restored restored, Runnable question) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    // for its owner alone, where the file system can tell owners
    Path part = Files.createTempDirectory(target.getParent(), target.getFileName() + PART);
    try {
      Files.copy(artifact.model(), part.resolve(Names.MODEL));
      if (artifact.manifest().files().hasData()) {
        Path data = part.resolve(Names.DATA);
        Files.copy(artifact.folder().resolve(Names.DATA), data);
        question.run();
        restore(artifact, restored, data);
      }
      question.run();
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      remove(part);
    }
  }

  private static void restore(Artifact artifact, Restored restored, Path data) throws IOException {
    List<Tensor> tensors = artifact.manifest().tensors();
    try (FileChannel channel = FileChannel.open(data, StandardOpenOption.WRITE)) {
      for (Map.Entry<Integer, ByteBuffer> each : restored.tensors().entrySet()) {
        ByteBuffer bytes = each.getValue().duplicate().clear();
        long at = tensors.get(each.getKey()).offset();
        while (bytes.hasRemaining()) {
          at += channel.write(bytes, at);
        }
      }
      channel.force(true);
    }
  }

  private static void remove(Path part) throws IOException {
    if (Files.exists(part)) {
      try (Stream<Path> files = Files.list(part)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(part);
    }
  }
}
