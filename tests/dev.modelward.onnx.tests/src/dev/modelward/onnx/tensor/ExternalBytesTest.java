// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.testkit.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalBytesTest {
  @TempDir Path root = Path.of("");
  private Path folder = Path.of("");
  private Trail trail = Trail.of(new Source.OfMemory(""));

  @BeforeEach
  void writeFiles() throws IOException {
    folder = Files.createDirectories(root.resolve("model"));
    Files.createDirectories(folder.resolve("sub"));
    for (Path file :
        new Path[] {root.resolve("outside"), folder.resolve("data"), folder.resolve("sub/data")}) {
      Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    }
    trail = Trail.of(new Source.OfFile(folder.resolve("model.onnx")));
  }

  private Tensor tensor(String... entries) throws OnnxFormatException {
    Message message = new Message().packed(1, 4).integer(2, 2).integer(14, 1);
    for (int i = 0; i < entries.length; i += 2) {
      message.message(13, new Message().text(1, entries[i]).text(2, entries[i + 1]));
    }
    return Tensor.read(message.toBytes(), trail);
  }

  private OnnxFormatException refused(String... entries) {
    return assertThrows(OnnxFormatException.class, () -> tensor(entries).raw());
  }

  @Test
  void readsTheBytesAtAnOffset() throws IOException {
    Tensor tensor = tensor("location", "data", "offset", "2", "length", "4");
    assertArrayEquals(new byte[] {3, 4, 5, 6}, tensor.raw().toArray());
    assertEquals(2, tensor.raw().offsetOf(0));
    assertEquals(6, tensor.numbers().at(3));
    Storage.External external = assertInstanceOf(Storage.External.class, tensor.storage());
    assertEquals(new ExternalBytes("data", 2, 4, ""), external.data());
  }

  @Test
  void withoutOffsetAndLengthReadsWhatTheShapeImplies() throws IOException {
    assertArrayEquals(new byte[] {1, 2, 3, 4}, tensor("location", "data").raw().toArray());
  }

  @Test
  void readsAFileInAFolderBelow() throws IOException {
    assertArrayEquals(new byte[] {1, 2, 3, 4}, tensor("location", "sub/data").raw().toArray());
    assertArrayEquals(new byte[] {1, 2, 3, 4}, tensor("location", "./sub/./data").raw().toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "..",
        "sub/../../outside",
        "sub/..",
        "sub/../data",
        "..\\outside",
        "sub\\..\\..\\outside",
        "/etc/hostname",
        "\\server\\share",
        "C:\\outside",
        "c:outside",
        "file:///etc/hostname",
        "",
        "data\u0000"
      })
  void refusesALocationThatLeavesTheFolder(String location) {
    assertThrows(OnnxFormatException.class, () -> tensor("location", location));
  }

  @Test
  void refusesTheFolderItself() {
    refused("location", ".");
    refused("location", "sub");
  }

  @Test
  void refusesALocationThatIsAbsentAltogether() {
    assertThrows(OnnxFormatException.class, () -> tensor("offset", "0"));
  }

  @Test
  void refusesASymbolicLinkToAFile() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), root.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("inside"), folder.resolve("data"));
    assertEquals("a symbolic link", refused("location", "link").found());
    assertEquals("a symbolic link", refused("location", "inside").found());
  }

  @Test
  void refusesASymbolicLinkToAFolder() throws IOException {
    Files.createSymbolicLink(folder.resolve("linked"), root);
    assertEquals("a symbolic link", refused("location", "linked/outside").found());
  }

  @Test
  void refusesASymbolicLinkThatAppearsAfterOpening() throws IOException {
    Tensor tensor = tensor("location", "later");
    Files.createSymbolicLink(folder.resolve("later"), root.resolve("outside"));
    assertThrows(OnnxFormatException.class, tensor::raw);
  }

  @Test
  void opensAModelWhoseFolderIsReachedByALink() throws IOException {
    Files.createSymbolicLink(root.resolve("alias"), folder);
    trail = Trail.of(new Source.OfFile(root.resolve("alias/model.onnx")));
    assertArrayEquals(new byte[] {1, 2, 3, 4}, tensor("location", "data").raw().toArray());
  }

  @Test
  void refusesAFileThatIsMissing() {
    assertEquals("no such file", refused("location", "missing").found());
  }

  @Test
  void refusesAFileThatIsTooShort() {
    assertEquals("a file of 8 bytes", refused("location", "data", "offset", "5").found());
    refused("location", "data", "offset", Long.toString(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", " 1", "9223372036854775808", "0x10"})
  void refusesANumberThatIsNone(String number) {
    refused("location", "data", "offset", number);
    refused("location", "data", "length", number);
  }

  @Test
  void refusesALengthOtherThanThatOfTheShape() {
    refused("location", "data", "length", "3");
    refused("location", "data", "length", "8");
  }

  @Test
  void refusesTextsOutside() {
    Message message =
        new Message()
            .packed(1, 4)
            .integer(2, ElementType.STRING.code())
            .integer(14, 1)
            .message(13, new Message().text(1, "location").text(2, "data"));
    assertThrows(OnnxFormatException.class, () -> Tensor.read(message.toBytes(), trail));
  }

  @Test
  void refusesToReadWhatLiesBesideAModelThatIsNoFile() throws IOException {
    trail = Trail.of(new Source.OfMemory("memory"));
    Tensor tensor = tensor("location", "data");
    assertThrows(OnnxFormatException.class, tensor::raw);
  }

  @Test
  void otherElementsBringTheTensorBackIntoTheModel() throws IOException {
    Tensor tensor = tensor("location", "data", "offset", "2");
    Tensor changed = tensor.withRaw(tensor.raw());
    assertInstanceOf(Storage.Raw.class, changed.storage());
    assertArrayEquals(new byte[] {3, 4, 5, 6}, changed.raw().toArray());
  }
}
