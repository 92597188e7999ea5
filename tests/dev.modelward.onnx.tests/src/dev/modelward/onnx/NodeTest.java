// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.testkit.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTest {
  private static final Node NODE =
      Node.of("Any", List.of("x"), List.of("y"))
          .with(Attribute.of("axis", -2))
          .with(Attribute.of("zero", 0))
          .with(Attribute.of("half", .5f))
          .with(Attribute.ofInts("perm", List.of(2L, 0L, Long.MIN_VALUE)))
          .with(Attribute.ofInts("none", List.of()));

  @Test
  void tellsAnIntegerOrWhatStandsForIt() {
    assertEquals(-2, NODE.integer("axis", 1));
    assertEquals(0, NODE.integer("zero", 1));
    assertEquals(1, NODE.integer("missing", 1));
  }

  @Test
  void anAttributeOfAnotherKindIsNoInteger() {
    assertEquals(7, NODE.integer("half", 7));
    assertEquals(7, NODE.integer("perm", 7));
  }

  @Test
  void tellsSeveralIntegersInTheirOrder() {
    assertEquals(List.of(2L, 0L, Long.MIN_VALUE), NODE.integers("perm"));
    assertEquals(List.of(), NODE.integers("none"));
    assertEquals(List.of(), NODE.integers("missing"));
    assertEquals(List.of(), NODE.integers("axis"));
  }

  @Test
  void severalNumbersOfAnotherKindAreNoIntegers() throws OnnxFormatException {
    Message floats = new Message().text(1, "perm").floats(7, 1, 2).integer(20, 6);
    Message node = new Message().text(1, "x").text(2, "y").text(4, "Any").message(5, floats);
    Bytes bytes = node.toBytes();
    Node read = Node.read(bytes, Trail.of(new Source.OfMemory("test")));
    assertEquals(List.of(), read.integers("perm"));
  }
}
