// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.onnx.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static Numbers numbers(ElementType type, long count, Consumer<ByteBuffer> fill)
      throws IOException {
    ByteBuffer raw = ByteBuffer.allocate((int) type.bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    fill.accept(raw);
    return Tensor.of("t", type, List.of(count), Bytes.of(raw.array())).numbers();
  }

  private static double[] all(Numbers numbers) {
    double[] values = new double[(int) numbers.count()];
    numbers.copyTo(values, 0);
    return values;
  }

  private static long[] integers(Numbers numbers) {
    return LongStream.range(0, numbers.count()).map(numbers::integerAt).toArray();
  }

  @Test
  void readsIntegersOfEveryWidthWithTheirSign() throws IOException {
    assertArrayEquals(
        new double[] {-1, 127, -128},
        all(numbers(ElementType.INT8, 3, b -> b.put(new byte[] {-1, 127, -128}))));
    assertArrayEquals(
        new double[] {255, 128},
        all(numbers(ElementType.UINT8, 2, b -> b.put(new byte[] {-1, -128}))));
    assertArrayEquals(
        new double[] {-2, 32767},
        all(numbers(ElementType.INT16, 2, b -> b.putShort((short) -2).putShort((short) 32767))));
    assertArrayEquals(
        new double[] {65534}, all(numbers(ElementType.UINT16, 1, b -> b.putShort((short) -2))));
    assertArrayEquals(
        new double[] {Integer.MIN_VALUE, 7},
        all(numbers(ElementType.INT32, 2, b -> b.putInt(Integer.MIN_VALUE).putInt(7))));
    assertArrayEquals(
        new double[] {4294967295.0}, all(numbers(ElementType.UINT32, 1, b -> b.putInt(-1))));
    assertArrayEquals(
        new double[] {0, 1, 1},
        all(numbers(ElementType.BOOL, 3, b -> b.put(new byte[] {0, 1, 1}))));
  }

  @Test
  void readsWideIntegersExactly() throws IOException {
    long beyond = (1L << 53) + 1;
    assertArrayEquals(
        new long[] {beyond, Long.MIN_VALUE},
        integers(numbers(ElementType.INT64, 2, b -> b.putLong(beyond).putLong(Long.MIN_VALUE))));
    assertArrayEquals(
        new double[] {0x1p64, 0x1p63, 5},
        all(numbers(ElementType.UINT64, 3, b -> b.putLong(-1).putLong(Long.MIN_VALUE).putLong(5))));
  }

  @Test
  void unpacksFourBitIntegersLowHalfFirst() throws IOException {
    byte[] raw = {0x21, (byte) 0xf8, 0x07};
    assertArrayEquals(
        new double[] {1, 2, 8, 15, 7}, all(numbers(ElementType.UINT4, 5, b -> b.put(raw))));
    assertArrayEquals(
        new double[] {1, 2, -8, -1, 7}, all(numbers(ElementType.INT4, 5, b -> b.put(raw))));
  }

  @Test
  void unpacksTwoBitIntegersLowestFirst() throws IOException {
    byte[] raw = {(byte) 0b11_10_01_00, 0b10};
    assertArrayEquals(
        new double[] {0, 1, 2, 3, 2}, all(numbers(ElementType.UINT2, 5, b -> b.put(raw))));
    assertArrayEquals(
        new double[] {0, 1, -2, -1, -2}, all(numbers(ElementType.INT2, 5, b -> b.put(raw))));
  }

  @Test
  void readsFloatsOfEveryWidth() throws IOException {
    expectFloats(ElementType.FLOAT64, (raw, value) -> raw.putDouble(value));
    expectFloats(ElementType.FLOAT32, (raw, value) -> raw.putFloat((float) (double) value));
    expectFloats(
        ElementType.FLOAT16,
        (raw, value) -> raw.putShort(Float.floatToFloat16((float) (double) value)));
    expectFloats(
        ElementType.BFLOAT16,
        (raw, value) ->
            raw.putShort((short) (Float.floatToRawIntBits((float) (double) value) >>> 16)));
  }

  private static void expectFloats(ElementType type, BiConsumer<ByteBuffer, Double> put)
      throws IOException {
    double[] expected = {1.5, -0.0, Double.POSITIVE_INFINITY, Double.NaN, 0.15625};
    Consumer<ByteBuffer> fill = raw -> Arrays.stream(expected).forEach(v -> put.accept(raw, v));
    assertArrayEquals(expected, all(numbers(type, 5, fill)), type.toString());
  }

  @Test
  void copiesAWindowOfAnyTypeIntoFloatsAndDoubles() throws IOException {
    for (ElementType type : ElementType.values()) {
      if (type.isNumber()) {
        expectWindow(
            numbers(
                type,
                19,
                b -> {
                  for (int i = 0; b.hasRemaining(); i++) {
                    b.put((byte) (37 * i + 11));
                  }
                }));
      }
    }
  }

  private static void expectWindow(Numbers numbers) {
    float[] floats = new float[7];
    double[] doubles = new double[7];
    numbers.copyTo(floats, 5);
    numbers.copyTo(doubles, 5);
    for (int i = 0; i < 7; i++) {
      assertEquals(numbers.at(5 + i), doubles[i]);
      assertEquals((float) numbers.at(5 + i), floats[i]);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> numbers.at(19));
    assertThrows(IndexOutOfBoundsException.class, () -> numbers.at(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> numbers.copyTo(new float[7], 13));
    assertThrows(IndexOutOfBoundsException.class, () -> numbers.copyTo(new double[7], -1));
  }

  @Test
  void cutsAFractionOff() throws IOException {
    Numbers numbers = Tensor.ofFloats("t", List.of(2L), 2.9f, -2.9f).numbers();
    assertArrayEquals(new long[] {2, -2}, integers(numbers));
  }

  @Test
  void refusesTextsAndComplexNumbers() {
    Tensor complex = Tensor.of("c", ElementType.COMPLEX64, List.of(1L), Bytes.of(new byte[8]));
    assertThrows(IllegalArgumentException.class, complex::numbers);
  }

  @Test
  void aTensorOfNothingHasNoNumbers() throws IOException {
    assertEquals(0, Tensor.ofFloats("t", List.of(3L, 0L)).numbers().count());
    assertEquals(1, Tensor.ofFloats("t", List.of(), 4).numbers().count());
  }
}
