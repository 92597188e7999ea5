// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.onnx.bytes.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All bit patterns of the small formats, against other ways to say what they mean. */
class SmallFloatTest {
  private static double[] all(ElementType type) throws IOException {
    byte[] raw = new byte[256];
    IntStream.range(0, 256).forEach(i -> raw[i] = (byte) i);
    double[] values = new double[256];
    Tensor.of("all", type, List.of(256L), Bytes.of(raw)).numbers().copyTo(values, 0);
    return values;
  }

  /** Sign, exponent and mantissa as written in the ONNX document on float8. */
  private static double formula(int bits, int mantissaBits, int bias) {
    int magnitude = bits & 0x7f;
    int exponent = magnitude >> mantissaBits;
    double fraction = (magnitude & (1 << mantissaBits) - 1) / Math.pow(2, mantissaBits);
    double size =
        exponent == 0
            ? fraction * Math.pow(2, 1 - bias)
            : (1 + fraction) * Math.pow(2, exponent - bias);
    return bits >= 0x80 ? -size : size;
  }

  @Test
  void e5m2IsTheUpperByteOfAFloat16() throws IOException {
    double[] values = all(ElementType.FLOAT8E5M2);
    for (int bits = 0; bits < 256; bits++) {
      assertEquals(Float.float16ToFloat((short) (bits << 8)), values[bits], "bits " + bits);
    }
    assertEquals(57344, values[0x7b]);
    assertEquals(Math.pow(2, -16), values[0x01]);
  }

  @Test
  void e4m3fnHasNoInfinityAndOneNanOfEachSign() throws IOException {
    double[] values = all(ElementType.FLOAT8E4M3FN);
    for (int bits = 0; bits < 256; bits++) {
      double expected = (bits & 0x7f) == 0x7f ? Double.NaN : formula(bits, 3, 7);
      assertEquals(expected, values[bits], "bits " + bits);
    }
    assertEquals(448, values[0x7e]);
    assertEquals(Math.pow(2, -9), values[0x01]);
  }

  @Test
  void fnuzFormatsHaveOneNanInThePlaceOfMinusZero() throws IOException {
    double[] e4m3 = all(ElementType.FLOAT8E4M3FNUZ);
    double[] e5m2 = all(ElementType.FLOAT8E5M2FNUZ);
    for (int bits = 0; bits < 256; bits++) {
      assertEquals(bits == 0x80 ? Double.NaN : formula(bits, 3, 8), e4m3[bits], "bits " + bits);
      assertEquals(bits == 0x80 ? Double.NaN : formula(bits, 2, 16), e5m2[bits], "bits " + bits);
    }
    assertEquals(240, e4m3[0x7f]);
    assertEquals(57344, e5m2[0x7f]);
    assertEquals(Math.pow(2, -17), e5m2[0x01]);
  }

  @Test
  void e8m0IsAPowerOfTwoAndOneNan() throws IOException {
    double[] values = all(ElementType.FLOAT8E8M0);
    for (int bits = 0; bits < 255; bits++) {
      assertEquals(Math.pow(2, bits - 127), values[bits], "bits " + bits);
    }
    assertEquals(Double.NaN, values[255]);
  }

  @Test
  void e2m1IsOneOfSixteenNumbers() throws IOException {
    byte[] raw = new byte[8];
    IntStream.range(0, 8).forEach(i -> raw[i] = (byte) (2 * i | 2 * i + 1 << 4));
    double[] values = new double[16];
    Tensor.of("all", ElementType.FLOAT4E2M1, List.of(16L), Bytes.of(raw))
        .numbers()
        .copyTo(values, 0);
    double[] positive = {0, 0.5, 1, 1.5, 2, 3, 4, 6};
    for (int i = 0; i < 8; i++) {
      assertEquals(positive[i], values[i]);
      assertEquals(-positive[i], values[8 + i]);
    }
  }
}
