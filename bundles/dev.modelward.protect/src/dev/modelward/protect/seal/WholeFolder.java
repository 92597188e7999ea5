// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.runtime.artifact.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that is made beside its place and takes it once it is whole. One that was given up, or
 * left by a process that ended, is removed.
 */
final class WholeFolder implements AutoCloseable {
  private static final String PART = ".part";
  private static final String LOCK = "lock";

  private final Path target;
  private final Path part;
  private final FileChannel lock;

  private WholeFolder(Path target, Path part, FileChannel lock) {
    this.target = target;
    this.part = part;
    this.lock = lock;
  }

  /** Begins a folder; another one for the same place must not be under way. */
  static WholeFolder begin(Path place) throws IOException {
    Path target = place.toAbsolutePath().normalize();
    Path part = beside(target, PART);
    Path old = beside(target, Names.OLD);
    Files.createDirectories(target.getParent());
    if (!Files.exists(target) && Files.exists(old)) {
      Files.move(old, target);
    }
    try {
      Files.createDirectory(part);
    } catch (FileAlreadyExistsException e) {
      removeStale(part);
      Files.createDirectory(part);
    }
    FileChannel lock =
        FileChannel.open(part.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (locked(lock).isEmpty()) {
      lock.close();
      throw busy(part);
    }
    return new WholeFolder(target, part, lock);
  }

  private static Path beside(Path target, String ending) {
    return target.resolveSibling(target.getFileName() + ending);
  }

  private static void removeStale(Path part) throws IOException {
    Path lock = part.resolve(LOCK);
    if (Files.exists(lock)) {
      try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
        if (locked(held).isEmpty()) {
          throw busy(part);
        }
      }
    }
    remove(part);
  }

  private static Optional<FileLock> locked(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static IOException busy(Path part) {
    return new IOException(
        part + ": another build of this artifact is under way; wait for it to end");
  }

  /** Where to write a file. */
  Path file(String name) {
    return part.resolve(name);
  }

  /** Takes a file along, without a copy where the file system can. */
  void take(Path other) throws IOException {
    Path here = file(other.getFileName().toString());
    try {
      Files.createLink(here, other);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(other, here);
    }
  }

  /** Puts the folder, which is whole, in its place, and removes what was there. */
  void place() throws IOException {
    try (Stream<Path> files = Files.list(part)) {
      for (Path file : files.toList()) {
        force(file);
      }
    }
    Path old = beside(target, Names.OLD);
    if (Files.exists(target)) {
      remove(old);
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(part.resolve(LOCK));
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(old)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    remove(old);
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  /** Removes the folder, unless it is in its place. */
  @Override
  public void close() throws IOException {
    lock.close();
    remove(part);
  }
}
