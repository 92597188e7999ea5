// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.testkit.Message;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
  private static final Message GRAPH = new Message().text(2, "g");
  private static final Message OPSET = new Message().integer(2, 21);

  private static OnnxModel read(Message message) throws OnnxFormatException {
    return OnnxModel.read(message.toBytes(), new Source.OfMemory("test"));
  }

  private static OnnxFormatException refused(Message message) {
    return assertThrows(OnnxFormatException.class, () -> read(message));
  }

  @Test
  void saysWhatTheFileSays() throws OnnxFormatException {
    OnnxModel model =
        read(
            new Message()
                .integer(1, 10)
                .text(2, "maker")
                .text(3, "1.2")
                .text(4, "org.example")
                .integer(5, 7)
                .text(6, "what it does")
                .message(7, GRAPH)
                .message(8, new Message().text(1, "ai.onnx").integer(2, 21))
                .message(8, new Message().text(1, "ai.onnx.ml").integer(2, 3))
                .message(14, new Message().text(1, "author").text(2, "someone"))
                .message(14, new Message().text(1, "empty")));
    assertEquals(10, model.irVersion());
    assertEquals("maker 1.2", model.producer());
    assertEquals("org.example", model.domain());
    assertEquals("what it does", model.documentation());
    assertEquals("g", model.graph().name());
    assertEquals(List.of(new Opset("", 21), new Opset("ai.onnx.ml", 3)), model.opsets());
    assertEquals("[ai.onnx 21, ai.onnx.ml 3]", model.opsets().toString());
    assertEquals(21, model.opset());
    assertEquals(Map.of("author", "someone", "empty", ""), model.metadata());
    assertEquals("test", model.toString());
  }

  @Test
  void saysNothingThatTheFileDoesNotSay() throws OnnxFormatException {
    OnnxModel model = read(new Message().message(7, new Message()));
    assertEquals(0, model.irVersion());
    assertEquals("", model.producer());
    assertEquals("", model.documentation());
    assertEquals(0, model.opset());
    assertEquals(List.of(), model.graph().nodes());
    assertEquals(Map.of(), model.metadata());
  }

  @Test
  void readsAnOldModelWithoutOperatorSetsButNotANewOne() throws OnnxFormatException {
    assertEquals(2, read(new Message().integer(1, 2).message(7, GRAPH)).irVersion());
    refused(new Message().integer(1, 3).message(7, GRAPH));
  }

  @Test
  void refusesAModelOfNoGraphOrTwo() {
    OnnxFormatException e = refused(new Message().integer(1, 10).message(8, OPSET));
    assertEquals("a model of one graph", e.expected());
    refused(new Message().message(7, GRAPH).message(7, GRAPH));
  }

  @Test
  void refusesWhatIsNoModel() {
    for (byte[] bytes : List.of(new byte[0], "<html></html>".getBytes(), "{}".getBytes())) {
      assertThrows(
          OnnxFormatException.class,
          () -> OnnxModel.read(Bytes.of(bytes), new Source.OfMemory("test")));
    }
  }

  @Test
  void opensAFileAndNamesItWhenItIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("net.onnx");
    OnnxModel model = Models.twoLayerMlp();
    Files.write(file, model.message().toArray());
    OnnxModel opened = OnnxModel.open(file);
    assertTrue(opened.message().sameAs(model.message()));
    assertEquals(new Source.OfFile(file), opened.source());
    Files.write(file, new byte[] {8});
    OnnxFormatException e = assertThrows(OnnxFormatException.class, () -> OnnxModel.open(file));
    assertEquals("net.onnx", e.source());
    Files.write(file, new byte[0]);
    assertThrows(OnnxFormatException.class, () -> OnnxModel.open(file));
    assertThrows(NoSuchFileException.class, () -> OnnxModel.open(folder.resolve("none")));
    assertThrows(IOException.class, () -> OnnxModel.open(folder));
  }

  @Test
  void refusesAFileOfMoreThanTwoGigabytes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("huge.onnx");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(1L << 31);
    }
    assertThrows(OnnxFormatException.class, () -> OnnxModel.open(file));
    Files.delete(file);
  }

  @Test
  void readsFunctions() {
    Function function = Models.withFunction().functions().getFirst();
    assertEquals("own.Dense", function.toString());
    assertEquals(List.of("a", "b"), function.inputs());
    assertEquals(List.of("c"), function.outputs());
    assertEquals(List.of("MatMul", "Relu"), function.nodes().stream().map(Node::operator).toList());
    assertEquals(List.of(new Opset("", 21)), function.opsets());
  }

  @Test
  void readsSparseInitializers() {
    Graph graph = Models.sparse().graph();
    assertEquals("w", graph.sparseInitializers().getFirst().name());
    assertEquals(List.of(3L, 3L), graph.sparseInitializers().getFirst().dims());
  }

  @Test
  void readsAnInitializerOfEveryElementType() throws IOException {
    Graph graph = Models.everyElementType().graph();
    for (ElementType type : ElementType.values()) {
      var tensor = graph.initializer(type.toString()).orElseThrow();
      assertEquals(type, tensor.type());
      assertEquals(type.bits() == 0 ? 16 : type.bytes(5), tensor.byteSize());
      assertEquals(5, type.bits() == 0 ? tensor.texts().size() : tensor.elements());
    }
  }

  @Test
  void ofTwoInitializersOfOneNameTheLastCounts() throws OnnxFormatException {
    Message first = new Message().integer(2, 2).text(8, "w").bytes(9, (byte) 1);
    Message last = new Message().integer(2, 3).text(8, "w").bytes(9, (byte) 2);
    Graph graph =
        read(new Message().message(7, new Message().message(5, first).message(5, last))).graph();
    assertEquals(ElementType.INT8, graph.initializer("w").orElseThrow().type());
    assertTrue(graph.initializer("v").isEmpty());
  }
}
