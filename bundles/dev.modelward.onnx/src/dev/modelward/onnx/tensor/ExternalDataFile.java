// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A file beside a model that holds the elements of some of its tensors. */
public final class ExternalDataFile {
  /** Tensors start at the alignment with which ONNX asks for data that can be mapped. */
  private static final int ALIGNMENT = 4096;

  private final Path folder;
  private final String location;

  /** A file at a relative location below the folder of a model; nothing is written yet. */
  public ExternalDataFile(Path folder, String location) {
    this.folder = folder;
    this.location = location;
  }

  /**
   * Writes the elements of tensors, one after the other, replacing the file as a whole at the end.
   *
   * @return the same tensors, referring to this file with its checksum
   */
  public List<Tensor> write(List<Tensor> tensors) throws IOException {
    Path target = folder.resolve(location);
    Path beside = Files.createTempFile(target.toAbsolutePath().getParent(), "write", ".part");
    try {
      List<Long> offsets = new ArrayList<>();
      String checksum = writeAll(beside, tensors, offsets);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return placed(tensors, offsets, checksum);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private List<Tensor> placed(List<Tensor> tensors, List<Long> offsets, String checksum)
      throws IOException {
    List<Tensor> placed = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      Tensor tensor = tensors.get(i);
      placed.add(
          tensor.withExternal(
              new ExternalBytes(location, offsets.get(i), tensor.byteSize(), checksum)));
    }
    return placed;
  }

  private static String writeAll(Path file, List<Tensor> tensors, List<Long> offsets)
      throws IOException {
    MessageDigest sha1 = sha1();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (Tensor tensor : tensors) {
        write(zeros(-channel.position() & ALIGNMENT - 1), channel, sha1);
        offsets.add(channel.position());
        write(tensor.raw(), channel, sha1);
      }
      channel.force(true);
    }
    return HexFormat.of().formatHex(sha1.digest());
  }

  private static void write(Bytes bytes, WritableByteChannel channel, MessageDigest sha1)
      throws IOException {
    bytes.addTo(sha1);
    bytes.writeTo(channel);
  }

  private static Bytes zeros(long size) {
    return Bytes.wrap(ByteBuffer.allocate((int) size));
  }

  /** The checksum that ONNX defines for external data: the SHA-1 of the whole file. */
  static String checksum(Path file) throws IOException {
    MessageDigest sha1 = sha1();
    try (OutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha1)) {
      Files.copy(file, digest);
    }
    return HexFormat.of().formatHex(sha1.digest());
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
