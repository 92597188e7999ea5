// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ElementTypeTest {
  @Test
  void everyNumberFromOneToTwentySixIsAType() {
    LongStream.rangeClosed(1, 26)
        .forEach(code -> assertEquals(code, ElementType.of(code).orElseThrow().code()));
    assertEquals(26, ElementType.values().length);
    for (long code : new long[] {0, 27, -1, Long.MAX_VALUE, 1L << 32 | 1}) {
      assertEquals(Optional.empty(), ElementType.of(code));
    }
  }

  @Test
  void fillsTheLastByteOfSmallElements() {
    assertEquals(0, ElementType.INT4.bytes(0));
    assertEquals(1, ElementType.INT4.bytes(1));
    assertEquals(1, ElementType.INT4.bytes(2));
    assertEquals(2, ElementType.INT4.bytes(3));
    assertEquals(1, ElementType.UINT2.bytes(4));
    assertEquals(2, ElementType.INT2.bytes(5));
    assertEquals(3, ElementType.FLOAT4E2M1.bytes(5));
  }

  @Test
  void countsTheBytesOfWideElements() {
    assertEquals(10, ElementType.BFLOAT16.bytes(5));
    assertEquals(20, ElementType.FLOAT32.bytes(5));
    assertEquals(40, ElementType.COMPLEX64.bytes(5));
    assertEquals(80, ElementType.COMPLEX128.bytes(5));
    assertEquals(5, ElementType.BOOL.bytes(5));
    assertThrows(ArithmeticException.class, () -> ElementType.FLOAT64.bytes(Long.MAX_VALUE / 2));
  }

  @Test
  void knowsWhichTypesAreNumbersAndWhichHaveASign() {
    List<ElementType> noNumbers =
        List.of(ElementType.STRING, ElementType.COMPLEX64, ElementType.COMPLEX128);
    for (ElementType type : ElementType.values()) {
      assertEquals(!noNumbers.contains(type), type.isNumber(), type.toString());
      assertEquals(type.toString().contains("float"), type.isFloating(), type.toString());
      assertEquals(type.toString().startsWith("int"), type.isSigned(), type.toString());
    }
    assertFalse(ElementType.BOOL.isSigned());
    assertTrue(ElementType.FLOAT8E8M0.isFloating());
  }

  @Test
  void namesAreThoseOfOnnxInLowerCase() {
    List<String> names = Arrays.stream(ElementType.values()).map(ElementType::toString).toList();
    assertTrue(names.containsAll(List.of("float32", "float8e4m3fnuz", "int4", "bool", "string")));
  }
}
