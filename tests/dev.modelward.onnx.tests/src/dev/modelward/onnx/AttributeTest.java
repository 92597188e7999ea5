// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Message;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeTest {
  private static Attribute read(Message message) throws OnnxFormatException {
    return Attribute.read(message.toBytes(), Trail.of(new Source.OfMemory("test")));
  }

  private static AttributeValue value(Message message) throws OnnxFormatException {
    return read(new Message().text(1, "a").raw(message.toArray())).value();
  }

  private static AttributeValue integers(long... values) {
    return new AttributeValue.OfMany(
        Arrays.stream(values).<AttributeValue>mapToObj(AttributeValue.OfInt::new).toList());
  }

  @Test
  void readsEveryKindOfValue() throws OnnxFormatException {
    Message tensor = new Message().integer(2, 2).bytes(9, (byte) 1);
    Message sparse = new Message().message(1, tensor).message(2, tensor);
    Message type = new Message().message(1, new Message().integer(1, 7));
    assertEquals(
        new AttributeValue.OfFloat(1.5f),
        value(new Message().fixed32(2, 0x3fc00000).integer(20, 1)));
    assertEquals(new AttributeValue.OfInt(-5), value(new Message().integer(3, -5).integer(20, 2)));
    assertEquals(
        "text",
        assertInstanceOf(
                AttributeValue.OfText.class, value(new Message().text(4, "text").integer(20, 3)))
            .text());
    assertInstanceOf(
        AttributeValue.OfTensor.class, value(new Message().message(5, tensor).integer(20, 4)));
    assertInstanceOf(
        AttributeValue.OfGraph.class,
        value(new Message().message(6, new Message()).integer(20, 5)));
    assertInstanceOf(
        AttributeValue.OfSparseTensor.class,
        value(new Message().message(22, sparse).integer(20, 11)));
    assertEquals(
        new AttributeValue.OfType(new ValueType.OfTensor(ElementType.INT64, new Shape.Unranked())),
        value(new Message().message(14, type).integer(20, 13)));
  }

  @Test
  void readsSeveralValuesPackedOrOneByOne() throws OnnxFormatException {
    assertEquals(
        integers(1, 300), value(new Message().integer(8, 1).integer(8, 300).integer(20, 7)));
    assertEquals(integers(1, 300), value(new Message().packed(8, 1, 300).integer(20, 7)));
    assertEquals(integers(), value(new Message().integer(20, 7)));
    AttributeValue floats =
        new AttributeValue.OfMany(
            List.of(new AttributeValue.OfFloat(1), new AttributeValue.OfFloat(2)));
    assertEquals(floats, value(new Message().floats(7, 1, 2).integer(20, 6)));
    assertEquals(
        floats,
        value(
            new Message()
                .fixed32(7, Float.floatToRawIntBits(1))
                .fixed32(7, Float.floatToRawIntBits(2))
                .integer(20, 6)));
    assertEquals(2, many(new Message().text(9, "a").text(9, "b").integer(20, 8)));
    Message tensor = new Message().integer(2, 2).bytes(9, (byte) 1);
    assertEquals(2, many(new Message().message(10, tensor).message(10, tensor).integer(20, 9)));
    assertEquals(1, many(new Message().message(11, new Message()).integer(20, 10)));
    assertEquals(1, many(new Message().message(15, new Message()).integer(20, 14)));
    Message sparse = new Message().message(1, tensor).message(2, tensor);
    assertEquals(1, many(new Message().message(23, sparse).integer(20, 12)));
  }

  private static int many(Message message) throws OnnxFormatException {
    return assertInstanceOf(AttributeValue.OfMany.class, value(message)).values().size();
  }

  @Test
  void takesTheOneValueThereIsWhereAnOldFileDeclaresNoType() throws OnnxFormatException {
    assertEquals(new AttributeValue.OfInt(4), value(new Message().integer(3, 4)));
    assertEquals(integers(4, 5), value(new Message().packed(8, 4, 5)));
    assertEquals(integers(), value(new Message()));
  }

  @Test
  void aZeroThatTheWriterLeftOutIsZero() throws OnnxFormatException {
    assertEquals(new AttributeValue.OfFloat(0), value(new Message().integer(20, 1)));
    assertEquals(new AttributeValue.OfInt(0), value(new Message().integer(20, 2)));
    assertEquals("", ((AttributeValue.OfText) value(new Message().integer(20, 3))).text());
  }

  @Test
  void refusesATensorOrGraphThatIsDeclaredButNotThere() {
    for (long type : new long[] {4, 5, 11, 13}) {
      assertThrows(OnnxFormatException.class, () -> value(new Message().integer(20, type)));
    }
    for (long type : new long[] {15, -1, Long.MAX_VALUE}) {
      assertThrows(OnnxFormatException.class, () -> value(new Message().integer(20, type)));
    }
  }

  @Test
  void readsAReferenceToAnAttributeOfTheFunction() throws OnnxFormatException {
    assertEquals(
        new AttributeValue.Reference("alpha"),
        value(new Message().text(21, "alpha").integer(20, 1)));
  }

  @Test
  void whatIsMadeReadsTheSame() throws OnnxFormatException {
    Tensor tensor = Tensor.ofFloats("t", List.of(1L), 5);
    Graph graph = Graph.named("inner");
    for (Attribute made :
        List.of(
            Attribute.of("i", 7),
            Attribute.of("i", -1),
            Attribute.of("f", 1.5f),
            Attribute.of("s", "text"),
            Attribute.ofInts("many", List.of(1L, -2L)))) {
      Attribute again = Attribute.read(made.message(), Trail.of(new Source.OfMemory("test")));
      assertEquals(made.name(), again.name());
      assertTrue(
          made.value().equals(again.value()) || made.value() instanceof AttributeValue.OfText);
    }
    Node node =
        Node.of("Constant", List.of(), List.of("c"))
            .with(Attribute.of("value", tensor))
            .with(Attribute.of("body", graph));
    assertInstanceOf(AttributeValue.OfTensor.class, node.attribute("value").orElseThrow());
    assertInstanceOf(AttributeValue.OfGraph.class, node.attribute("body").orElseThrow());
  }

  @Test
  void anotherTensorKeepsAllOtherFields() throws OnnxFormatException {
    Message tensor = new Message().integer(2, 2).bytes(9, (byte) 1);
    Attribute attribute =
        read(new Message().text(13, "a word").message(5, tensor).text(1, "value").integer(20, 4));
    Tensor other = Tensor.ofLongs("", List.of(1L), 5);
    Attribute changed = attribute.with(other);
    Difference difference = Difference.between(attribute.message(), changed.message());
    assertTrue(difference.start() >= new Message().text(13, "a word").toArray().length);
    assertEquals("value", changed.name());
    assertThrows(IllegalArgumentException.class, () -> attribute.with(Graph.named("g")));
  }

  @Test
  void aNodeTakesANameAndAttributesAndKeepsTheRest() {
    Node node =
        Node.of("Conv", List.of("x", "", "b"), List.of("y"))
            .with(Attribute.of("group", 1))
            .named("first")
            .inDomain("com.example");
    Node again = node.with(Attribute.of("group", 2)).named("second");
    assertEquals(List.of("x", "", "b"), again.inputs());
    assertEquals(new AttributeValue.OfInt(2), again.attribute("group").orElseThrow());
    assertEquals(1, again.attributes().size());
    assertEquals("second", again.name());
    assertEquals("com.example", again.domain());
    assertEquals("first", node.name());
    assertTrue(
        !again.is("Conv") && again.inDomain("").is("Conv") && again.inDomain("ai.onnx").is("Conv"));
    assertEquals("y", Node.of("Relu", List.of("x"), List.of("y")).label());
    assertEquals("Relu", Node.of("Relu", List.of("x"), List.of()).label());
  }
}
