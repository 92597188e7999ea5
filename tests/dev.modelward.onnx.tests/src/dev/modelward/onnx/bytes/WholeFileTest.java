// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void hasTheRightsOfAnyOtherNewFile() throws IOException {
    Path ordinary = Files.write(folder.resolve("ordinary"), new byte[1]);
    Path whole = folder.resolve("whole");
    WholeFile.write(whole, Bytes.EMPTY::writeTo);
    assertEquals(
        Files.readAttributes(ordinary, "posix:permissions"),
        Files.readAttributes(whole, "posix:permissions"));
  }

  @Test
  void keepsTheOldFileAndNothingElseWhenWritingFails() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1});
    assertThrows(
        IOException.class,
        () ->
            WholeFile.write(
                file,
                channel -> {
                  Bytes.of(new byte[] {2, 3}).writeTo(channel);
                  throw new IOException("the disk is full");
                }));
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aMappedFileKeepsItsBytesWhenItIsReplaced() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {1, 2});
    Bytes before = Bytes.map(file, 0, 2);
    WholeFile.write(file, Bytes.of(new byte[] {3})::writeTo);
    assertArrayEquals(new byte[] {1, 2}, before.toArray());
    assertArrayEquals(new byte[] {3}, Files.readAllBytes(file));
  }
}
