// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/** A ring's place, where a reader finds the old file or the new one, and never a part. */
final class RingFile {
  private static final int LARGEST = 8 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path path;

  /** The place itself, not a link to it, which a move would replace. */
  RingFile(Path path) throws IOException {
    this.path = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
  }

  @Override
  public String toString() {
    return path.toString();
  }

  void checkFree() throws KeyRingException {
    if (Files.exists(path)) {
      throw new KeyRingException.Taken(
          toString(), "no file", "one", "open it, or choose another name");
    }
  }

  WriterLock lock() {
    return new WriterLock(lockOf(path), PATIENCE);
  }

  /** The file beside a ring that writers lock. */
  static Path lockOf(Path ring) {
    return beside(ring, ".lock");
  }

  SealedRing read() throws IOException, KeyRingException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw Header.notOurs(toString());
      }
      return SealedRing.of(toString(), bytes);
    } catch (NoSuchFileException e) {
      throw new KeyRingException.Missing(
          toString(), "a key ring", "no file", "name the right file, or create one");
    }
  }

  void write(SealedRing ring) throws IOException {
    publish(stage(ring));
  }

  /** Writes a whole file beside the place. */
  Path stage(SealedRing ring) throws IOException {
    Path beside = beside(path, ".new");
    Files.deleteIfExists(beside);
    try (FileChannel channel =
        FileChannel.open(
            beside,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            Privacy.attributes(beside))) {
      ByteBuffer bytes = ByteBuffer.wrap(ring.bytes());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return beside;
  }

  private void publish(Path beside) throws IOException {
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (Privacy.isPosix(path)) {
      // a folder that is not forced may forget the move when the power fails
      try (FileChannel folder =
          FileChannel.open(path.resolveSibling("."), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private static Path beside(Path ring, String ending) {
    return ring.resolveSibling(ring.getFileName() + ending);
  }
}
