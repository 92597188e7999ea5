// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.testkit.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {
  private static final Shape IMAGES =
      new Shape.Ranked(
          List.of(
              new Dimension.Named("batch"),
              new Dimension.Fixed(3),
              new Dimension.Unknown(),
              new Dimension.Fixed(0)));
  private static final ValueType TENSOR = new ValueType.OfTensor(ElementType.FLOAT16, IMAGES);

  static Stream<ValueType> types() {
    return Stream.of(
        TENSOR,
        new ValueType.OfTensor(ElementType.INT4, new Shape.Unranked()),
        new ValueType.OfTensor(ElementType.STRING, Shape.of()),
        new ValueType.OfSparseTensor(ElementType.FLOAT32, Shape.of(2, 2)),
        new ValueType.OfSequence(TENSOR),
        new ValueType.OfOptional(new ValueType.OfSequence(TENSOR)),
        new ValueType.OfMap(ElementType.STRING, TENSOR),
        new ValueType.Unspecified());
  }

  private static Value read(Message message) throws OnnxFormatException {
    return Value.read(message.toBytes(), Trail.of(new Source.OfMemory("test")));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeReadsAsItWasWritten(ValueType type) throws OnnxFormatException {
    Value value = new Value("v", type);
    assertEquals(value, Value.read(value.write(), Trail.of(new Source.OfMemory("test"))));
  }

  @Test
  void saysItselfAsPeopleWriteIt() {
    assertEquals("float16 [batchx3x?x0]", TENSOR.toString());
    assertEquals(
        "map from string to sequence of optional int8 [...]",
        new ValueType.OfMap(
                ElementType.STRING,
                new ValueType.OfSequence(
                    new ValueType.OfOptional(
                        new ValueType.OfTensor(ElementType.INT8, new Shape.Unranked()))))
            .toString());
    assertEquals(
        "sparse bool []", new ValueType.OfSparseTensor(ElementType.BOOL, Shape.of()).toString());
  }

  @Test
  void aTypeThatOnnxDoesNotDescribeIsLeftOpen() throws OnnxFormatException {
    Message future = new Message().message(1, new Message().integer(1, 99));
    assertEquals(
        new Value("v", new ValueType.Unspecified()),
        read(new Message().text(1, "v").message(2, future)));
    assertEquals(
        new Value("v", new ValueType.Unspecified()),
        read(new Message().text(1, "v").message(2, new Message().message(7, new Message()))));
    assertEquals(new Value("v", new ValueType.Unspecified()), read(new Message().text(1, "v")));
  }

  @Test
  void aNegativeSizeIsKeptAsTheFileSaysIt() throws OnnxFormatException {
    Message shape = new Message().message(1, new Message().integer(1, -1));
    Message type = new Message().message(1, new Message().integer(1, 1).message(2, shape));
    assertEquals("float32 [-1]", read(new Message().message(2, type)).type().toString());
  }
}
