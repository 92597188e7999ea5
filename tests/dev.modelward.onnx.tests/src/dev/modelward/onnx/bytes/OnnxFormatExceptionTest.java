// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OnnxFormatExceptionTest {
  @Test
  void saysWhereAndWhatWasExpectedAndFound() {
    Trail trail =
        Trail.of(new Source.OfFile(Path.of("folder", "net.onnx"))).down("graph").down("node", 3);
    OnnxFormatException e = new OnnxFormatException(trail, 17, "a name", "a number");
    assertEquals("net.onnx", e.source());
    assertEquals("graph.node[3]", e.place());
    assertEquals(17, e.offset());
    assertEquals("a name", e.expected());
    assertEquals("a number", e.found());
    assertEquals(
        "net.onnx: graph.node[3] at byte 17: expected a name, found a number", e.getMessage());
    assertInstanceOf(IOException.class, e);
  }

  @Test
  void callsTheStartOfATrailTheModel() {
    Trail start = Trail.of(new Source.OfMemory("memory"));
    assertEquals("model", start.toString());
    assertEquals(0, start.depth());
    assertEquals(2, start.down("graph").down("node", 0).depth());
  }
}
