// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.testkit.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same elements in the field of their type and in raw bytes. */
class TypedFieldsTest {
  private static Tensor tensor(ElementType type, long count, Message elements)
      throws OnnxFormatException {
    Message message =
        new Message().packed(1, count).integer(2, type.code()).raw(elements.toArray());
    return Tensor.read(message.toBytes(), Trail.of(new Source.OfMemory("test")));
  }

  private static double[] numbers(Tensor tensor) throws IOException {
    double[] values = new double[(int) tensor.elements()];
    tensor.numbers().copyTo(values, 0);
    return values;
  }

  @Test
  void readsFloats() throws IOException {
    double[] expected = {1.5, -2};
    assertArrayEquals(
        expected, numbers(tensor(ElementType.FLOAT32, 2, new Message().floats(4, 1.5f, -2))));
    Message oneByOne =
        new Message()
            .fixed32(4, Float.floatToRawIntBits(1.5f))
            .fixed32(4, Float.floatToRawIntBits(-2));
    assertArrayEquals(expected, numbers(tensor(ElementType.FLOAT32, 2, oneByOne)));
    assertArrayEquals(
        expected, numbers(tensor(ElementType.FLOAT64, 2, new Message().doubles(10, 1.5, -2))));
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"INT8", "INT16", "INT32"})
  void readsNarrowIntegersWithTheirSign(ElementType type) throws IOException {
    assertArrayEquals(
        new double[] {-3, 100}, numbers(tensor(type, 2, new Message().packed(5, -3, 100))));
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"UINT8", "UINT16", "BOOL"})
  void readsNarrowIntegersWithoutSign(ElementType type) throws IOException {
    assertArrayEquals(
        new double[] {0, 200, 1},
        numbers(tensor(type, 3, new Message().integer(5, 0).packed(5, 200, 1))));
  }

  @Test
  void readsWideIntegers() throws IOException {
    long[] values = {-1, Long.MIN_VALUE, 9};
    Tensor signed = tensor(ElementType.INT64, 3, new Message().packed(7, values));
    assertArrayEquals(values, LongStream.range(0, 3).map(i -> integer(signed, i)).toArray());
    assertArrayEquals(
        new double[] {0x1p64, 0x1p63, 9},
        numbers(tensor(ElementType.UINT64, 3, new Message().packed(11, values))));
    assertArrayEquals(
        new double[] {4294967295.0, 2},
        numbers(tensor(ElementType.UINT32, 2, new Message().packed(11, 4294967295L, 2))));
  }

  private static long integer(Tensor tensor, long index) {
    try {
      return tensor.numbers().integerAt(index);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsHalfFloatsFromTheirBits() throws IOException {
    Message bits = new Message().packed(5, 0x3e00, 0xc000);
    assertArrayEquals(new double[] {1.5, -2}, numbers(tensor(ElementType.FLOAT16, 2, bits)));
    Message brain = new Message().packed(5, 0x3fc0, 0xc000);
    assertArrayEquals(new double[] {1.5, -2}, numbers(tensor(ElementType.BFLOAT16, 2, brain)));
    Message small = new Message().packed(5, 0x3c, 0xc0);
    assertArrayEquals(new double[] {1, -2}, numbers(tensor(ElementType.FLOAT8E5M2, 2, small)));
  }

  @Test
  void readsSmallElementsSeveralToANumber() throws IOException {
    Message three = new Message().packed(5, 0x21, 0x0f);
    assertArrayEquals(new double[] {1, 2, -1}, numbers(tensor(ElementType.INT4, 3, three)));
    assertArrayEquals(new double[] {1, 2, 15}, numbers(tensor(ElementType.UINT4, 3, three)));
    Message five = new Message().packed(5, 0b11_10_01_00, 1);
    assertArrayEquals(new double[] {0, 1, 2, 3, 1}, numbers(tensor(ElementType.UINT2, 5, five)));
    assertArrayEquals(new double[] {0, 1, -2, -1, 1}, numbers(tensor(ElementType.INT2, 5, five)));
  }

  @Test
  void keepsComplexNumbersAsPairs() throws IOException {
    Tensor narrow = tensor(ElementType.COMPLEX64, 1, new Message().floats(4, 1, 2));
    assertEquals(8, narrow.byteSize());
    assertEquals(2, narrow.raw().buffer().getFloat(4));
    Tensor wide = tensor(ElementType.COMPLEX128, 1, new Message().doubles(10, 1, 2));
    assertEquals(16, wide.byteSize());
    assertEquals(2, wide.raw().buffer().getDouble(8));
    assertThrows(
        OnnxFormatException.class,
        () -> tensor(ElementType.COMPLEX64, 2, new Message().floats(4, 1, 2)));
  }

  @Test
  void readsTextsInTheirOwnBytes() throws IOException {
    Tensor tensor =
        tensor(ElementType.STRING, 3, new Message().text(6, "a").bytes(6).bytes(6, (byte) 0xff));
    assertEquals(
        List.of("a", ""),
        tensor.texts().stream()
            .limit(2)
            .map(text -> new String(text.toArray(), StandardCharsets.UTF_8))
            .toList());
    assertArrayEquals(new byte[] {(byte) 0xff}, tensor.texts().get(2).toArray());
    assertEquals(2, tensor.byteSize());
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void refusesOneElementTooFewOrTooMany(ElementType type) {
    for (int count : new int[] {4, 18}) {
      assertThrows(OnnxFormatException.class, () -> tensor(type, count, elements(type, 9)));
    }
    assertThrows(OnnxFormatException.class, () -> tensor(type, 5, new Message()));
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void readsElementsInTheFieldOfTheirType(ElementType type) throws IOException {
    Tensor tensor = tensor(type, 9, elements(type, 9));
    assertInstanceOf(Storage.Fields.class, tensor.storage());
    if (type.bits() == 0) {
      assertEquals(9, tensor.texts().size());
    } else {
      assertEquals(type.bytes(9), tensor.raw().size());
      Tensor raw = Tensor.of("", type, List.of(9L), tensor.raw());
      assertTrue(raw.raw().sameAs(tensor.raw()));
      assertArrayEquals(
          tensor.raw().toArray(), tensor.withRaw(tensor.raw()).raw().toArray(), "as raw bytes");
    }
  }

  private static Message elements(ElementType type, int count) {
    Message message = new Message();
    int numbers = type.bits() > 0 && type.bits() < 8 ? (int) type.bytes(count) : count;
    for (int i = 0; i < numbers; i++) {
      switch (type) {
        case FLOAT32 -> message.floats(4, i);
        case COMPLEX64 -> message.floats(4, i, -i);
        case FLOAT64 -> message.doubles(10, i);
        case COMPLEX128 -> message.doubles(10, i, -i);
        case INT64 -> message.integer(7, i);
        case UINT32, UINT64 -> message.integer(11, i);
        case STRING -> message.text(6, "text " + i);
        default -> message.integer(5, i);
      }
    }
    return message;
  }

  @Test
  void rawBytesCountWhenThereAreBoth() throws IOException {
    Tensor tensor =
        tensor(
            ElementType.FLOAT32,
            1,
            new Message().floats(4, 1).bytes(9, Bytes.of(new byte[] {0, 0, 0, 0x40})));
    assertArrayEquals(new double[] {2}, numbers(tensor));
  }
}
