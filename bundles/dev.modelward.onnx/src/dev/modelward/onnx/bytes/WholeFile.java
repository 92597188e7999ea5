// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is written beside its place and then moved there, so that it is always whole. */
public final class WholeFile {
  private WholeFile() {}

  /** What is written. */
  public interface Writing {
    /** Writes all of it. */
    void to(FileChannel channel) throws IOException;
  }

  /** Writes a file, with the folders around it; an older one stays until the new one is whole. */
  public static void write(Path file, Writing writing) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path beside = target.resolveSibling(UUID.randomUUID() + ".part");
    Files.createDirectories(target.getParent());
    try {
      writeBeside(beside, writing);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void writeBeside(Path beside, Writing writing) throws IOException {
    try (FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writing.to(channel);
      channel.force(true);
    }
  }
}
