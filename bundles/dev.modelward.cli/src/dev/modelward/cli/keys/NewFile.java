// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A file that was not there before, which is whole once it has its name. */
public record NewFile(Path file, List<FileAttribute<?>> attributes) {

  /** Keeps its own copy. */
  public NewFile {
    attributes = List.copyOf(attributes);
  }

  /** A file that its owner alone may touch, where the file system can tell owners. */
  public static NewFile forOwner(Path file) {
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return new NewFile(
        file,
        isPosix
            ? List.of(
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : List.of());
  }

  /** A file with the usual permissions. */
  public static NewFile forAll(Path file) {
    return new NewFile(file, List.of());
  }

  /** Writes some pieces, which stay the caller's to erase. */
  public void write(byte[]... pieces) throws IOException {
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling(UUID.randomUUID() + ".part");
    Files.createDirectories(target.getParent());
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              attributes.toArray(FileAttribute<?>[]::new))) {
        for (byte[] piece : pieces) {
          write(piece, channel);
        }
        channel.force(true);
      }
      // a link never takes the place of another file, as a move may
      link(beside, target);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void link(Path beside, Path target) throws IOException {
    try {
      Files.createLink(target, beside);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException withoutLinks) {
      Files.move(beside, target);
    }
  }

  /** Through memory outside of the heap, where the channel would leave a copy of other arrays. */
  private static void write(byte[] piece, FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(piece.length).put(piece).flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    bytes.clear();
    while (bytes.hasRemaining()) {
      bytes.put((byte) 0);
    }
  }
}
