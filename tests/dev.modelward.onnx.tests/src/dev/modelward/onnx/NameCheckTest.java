// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.testkit.Message;
import org.junit.jupiter.api.Test;

class NameCheckTest {
  private static Message node(String input, String output) {
    return new Message().text(1, input).text(2, output).text(4, "Relu");
  }

  private static Message value(String name) {
    return new Message().text(1, name);
  }

  private static OnnxModel read(Message graph) throws OnnxFormatException {
    return OnnxModel.read(new Message().message(7, graph).toBytes(), new Source.OfMemory("test"));
  }

  private static OnnxFormatException refused(Message graph) {
    return assertThrows(OnnxFormatException.class, () -> read(graph));
  }

  @Test
  void refusesAnInputThatNobodyGives() {
    OnnxFormatException e = refused(new Message().message(1, node("x", "y")));
    assertEquals("value 'x' as an input of Relu y to be given or produced", e.expected());
  }

  @Test
  void refusesAnOutputThatNobodyProduces() {
    refused(new Message().message(12, value("y")));
  }

  @Test
  void refusesAValueThatTwoNodesProduce() {
    refused(
        new Message()
            .message(11, value("x"))
            .message(1, node("x", "y"))
            .message(1, node("x", "y")));
  }

  @Test
  void acceptsOptionalValuesLeftOut() throws OnnxFormatException {
    assertEquals(
        2,
        read(new Message().message(1, node("", "")).message(1, node("", "")))
            .graph()
            .nodes()
            .size());
  }

  @Test
  void acceptsNodesInAnyOrder() throws OnnxFormatException {
    read(
        new Message()
            .message(1, node("b", "c"))
            .message(1, node("a", "b"))
            .message(11, value("a"))
            .message(12, value("c")));
  }

  private static Message branch(Message graph) {
    return new Message().text(2, "if").message(5, new Message().text(1, "g").message(6, graph));
  }

  @Test
  void anInnerGraphSeesTheNamesAroundItButNotTheOtherWayRound() throws OnnxFormatException {
    Message inner = new Message().message(1, node("a", "b")).message(12, value("b"));
    read(new Message().message(11, value("a")).message(1, branch(inner)));
    refused(new Message().message(1, branch(inner)));
    refused(
        new Message().message(11, value("a")).message(1, branch(inner)).message(12, value("b")));
    Message deeper = new Message().message(1, branch(inner));
    read(new Message().message(11, value("a")).message(1, branch(deeper)));
    Message sibling = new Message().message(1, node("b", "c"));
    refused(
        new Message()
            .message(11, value("a"))
            .message(1, branch(inner))
            .message(1, branch(sibling).text(2, "other")));
  }

  @Test
  void aFunctionSeesItsOwnInputsOnly() {
    Message function = new Message().text(1, "f").message(7, node("a", "b"));
    Message graph = new Message().message(11, value("a"));
    Message model = new Message().message(7, graph).message(25, function);
    assertThrows(
        OnnxFormatException.class,
        () -> OnnxModel.read(model.toBytes(), new Source.OfMemory("test")));
  }
}
