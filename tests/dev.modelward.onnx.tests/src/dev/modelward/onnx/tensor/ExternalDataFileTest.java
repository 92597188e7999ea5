// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDataFileTest {
  private static final Tensor FIRST = Tensor.ofFloats("a", List.of(3L), 1, 2, 3);
  private static final Tensor SECOND = Tensor.ofLongs("b", List.of(2L), 4, 5);

  @TempDir Path folder = Path.of("");

  private static ExternalBytes place(Tensor tensor) {
    return assertInstanceOf(Storage.External.class, tensor.storage()).data();
  }

  @Test
  void writesEachTensorAtAPageOfItsOwn() throws IOException {
    List<Tensor> placed = new ExternalDataFile(folder, "w.bin").write(List.of(FIRST, SECOND));
    assertEquals(List.of("a", "b"), placed.stream().map(Tensor::name).toList());
    assertEquals(0, place(placed.get(0)).offset());
    assertEquals(12, place(placed.get(0)).length());
    assertEquals(4096, place(placed.get(1)).offset());
    byte[] file = Files.readAllBytes(folder.resolve("w.bin"));
    assertEquals(4096 + 16, file.length);
    assertArrayEquals(SECOND.raw().toArray(), Bytes.of(file).slice(4096, 4112).toArray());
  }

  @Test
  void givesTheChecksumThatOnnxDefines() throws IOException, NoSuchAlgorithmException {
    List<Tensor> placed = new ExternalDataFile(folder, "w.bin").write(List.of(FIRST, SECOND));
    byte[] sha1 =
        MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(folder.resolve("w.bin")));
    assertEquals(HexFormat.of().formatHex(sha1), place(placed.get(1)).checksum());
    assertEquals(HexFormat.of().formatHex(sha1), new ExternalDataFile(folder, "w.bin").checksum());
  }

  @Test
  void makesTheFoldersOfItsLocationAndCopiesThemAlong() throws IOException {
    new ExternalDataFile(folder, "a/b/w.bin").write(List.of(FIRST));
    Path other = folder.resolve("other");
    new ExternalDataFile(folder, "a/b/w.bin").copyTo(other);
    assertArrayEquals(FIRST.raw().toArray(), Files.readAllBytes(other.resolve("a/b/w.bin")));
    new ExternalDataFile(folder, "a/b/w.bin").copyTo(folder);
    assertArrayEquals(FIRST.raw().toArray(), Files.readAllBytes(folder.resolve("a/b/w.bin")));
  }

  @Test
  void refusesToWriteThroughASymbolicLink() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("linked"), elsewhere);
    ExternalDataFile file = new ExternalDataFile(inner, "linked/w.bin");
    assertThrows(OnnxFormatException.class, () -> file.write(List.of(FIRST)));
    assertFalse(Files.exists(elsewhere.resolve("w.bin")));
  }

  @Test
  void replacesAFileAsAWholeAndLeavesNothingBeside() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[100_000]);
    new ExternalDataFile(folder, "w.bin").write(List.of(FIRST));
    assertEquals(12, Files.size(folder.resolve("w.bin")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void leavesTheOldFileWhenATensorCannotBeRead() throws IOException {
    Path missing = Files.createDirectory(folder.resolve("missing"));
    List<Tensor> placed = new ExternalDataFile(missing, "gone.bin").write(List.of(FIRST));
    Files.write(folder.resolve("w.bin"), new byte[] {7});
    ExternalDataFile file = new ExternalDataFile(folder, "w.bin");
    assertThrows(IOException.class, () -> file.write(placed));
    assertArrayEquals(new byte[] {7}, Files.readAllBytes(folder.resolve("w.bin")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void refusesToWriteOutsideTheFolder() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    for (String location : List.of("../out.bin", folder.resolve("out.bin").toString(), "")) {
      ExternalDataFile file = new ExternalDataFile(inner, location);
      assertThrows(OnnxFormatException.class, () -> file.write(List.of(FIRST)));
      assertThrows(OnnxFormatException.class, file::checksum);
      assertThrows(OnnxFormatException.class, () -> file.copyTo(folder));
    }
    assertFalse(Files.exists(folder.resolve("out.bin")));
  }

  @Test
  void refusesTextsWhichCannotBeToldApartByALength() {
    Tensor texts = Models.everyElementType().graph().initializer("string").orElseThrow();
    assertThrows(
        IllegalArgumentException.class,
        () -> new ExternalDataFile(folder, "w.bin").write(List.of(texts)));
  }
}
