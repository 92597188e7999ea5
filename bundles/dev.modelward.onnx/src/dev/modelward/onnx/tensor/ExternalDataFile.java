// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.bytes.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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
    List<Long> offsets = new ArrayList<>();
    MessageDigest sha1 = sha1();
    WholeFile.write(below(folder), channel -> writeAll(tensors, channel, sha1, offsets));
    return placed(tensors, offsets, HexFormat.of().formatHex(sha1.digest()));
  }

  /** Copies this file to the same location below another folder. */
  public void copyTo(Path other) throws IOException {
    Path from = below(folder);
    Path to = below(other);
    if (!from.equals(to)) {
      Bytes all = Bytes.map(from, 0, Files.size(from));
      WholeFile.write(to, all::writeTo);
    }
  }

  /** The checksum of this file as ONNX defines it: the SHA-1 of all its bytes, in hexadecimal. */
  public String checksum() throws IOException {
    Path file = below(folder);
    MessageDigest sha1 = sha1();
    Bytes.map(file, 0, Files.size(file)).addTo(sha1);
    return HexFormat.of().formatHex(sha1.digest());
  }

  /** The file below a folder; a location that leaves the folder is refused. */
  private Path below(Path around) throws OnnxFormatException {
    Path model = around.toAbsolutePath().normalize().resolve("model.onnx");
    return new ExternalBytes(location, 0, 0, "").file(Trail.of(new Source.OfFile(model)), 0);
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

  private static void writeAll(
      List<Tensor> tensors, FileChannel channel, MessageDigest sha1, List<Long> offsets)
      throws IOException {
    for (Tensor tensor : tensors) {
      write(zeros(-channel.position() & ALIGNMENT - 1), channel, sha1);
      offsets.add(channel.position());
      write(tensor.raw(), channel, sha1);
    }
  }

  private static void write(Bytes bytes, WritableByteChannel channel, MessageDigest sha1)
      throws IOException {
    bytes.addTo(sha1);
    bytes.writeTo(channel);
  }

  private static Bytes zeros(long size) {
    return Bytes.wrap(ByteBuffer.allocate((int) size));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
