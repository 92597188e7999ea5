// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.runtime.artifact.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that is made beside its place and takes it once it is whole. One that was given up, or
 * left by a process that ended, is removed.
 */
final class WholeFolder implements AutoCloseable {
  private static final String PART = ".part";
  private static final String LOCK = "lock";
  private static final String WHOLE = "whole";
  private static final Set<String> OURS =
      Set.of(Names.MODEL, Names.DATA, Names.RINGS, Names.MANIFEST, Names.SIGNATURE);

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
    Files.createDirectories(part);
    FileChannel lock = lock(part);
    try {
      Path old = beside(target, Names.OLD);
      if (!Files.exists(target) && Files.exists(old)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      checkOurs(target);
      remove(part.resolve(WHOLE));
      Files.createDirectory(part.resolve(WHOLE));
      return new WholeFolder(target, part, lock);
    } catch (IOException e) {
      release(part, lock);
      throw e;
    }
  }

  /** Refuses to take the place of anything but an artifact, which would be removed. */
  private static void checkOurs(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    List<Path> files = List.of(target);
    if (Files.isDirectory(target)) {
      try (Stream<Path> all = Files.list(target)) {
        files = all.filter(file -> !OURS.contains(file.getFileName().toString())).toList();
      }
    }
    if (!files.isEmpty()) {
      throw new IOException(
          files.getFirst() + ": expected an artifact or nothing here; move this elsewhere first");
    }
  }

  /** Takes the lock of a part, which lies beside what moves, so that no moment is without it. */
  private static FileChannel lock(Path part) throws IOException {
    Path file = part.resolve(LOCK);
    FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    // whoever ended just now removed the file that was locked here
    if (locked(lock).isEmpty() || !Files.exists(file)) {
      lock.close();
      throw new IOException(
          part + ": another build of this artifact is under way; wait for it to end");
    }
    return lock;
  }

  private static Path beside(Path target, String ending) {
    return target.resolveSibling(target.getFileName() + ending);
  }

  private static Optional<FileLock> locked(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /** The name that the folder will have. */
  String name() {
    return target.getFileName().toString();
  }

  /** Where to write a file. */
  Path file(String name) {
    return part.resolve(WHOLE).resolve(name);
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
    Path whole = part.resolve(WHOLE);
    try (Stream<Path> files = Files.list(whole)) {
      for (Path file : files.toList()) {
        force(file);
      }
    }
    Path old = beside(target, Names.OLD);
    if (Files.exists(target)) {
      remove(old);
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
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
    release(part, lock);
  }

  private static void release(Path part, FileChannel lock) throws IOException {
    try (lock) {
      remove(part.resolve(WHOLE));
      Files.deleteIfExists(part.resolve(LOCK));
    }
    try {
      Files.deleteIfExists(part);
    } catch (DirectoryNotEmptyException e) {
      // the next build has begun
    }
  }
}
