// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the elements of a tensor are: ONNX's {@code TensorProto.DataType}, up to IR version 13. */
public enum ElementType {
  FLOAT32(1, 32, Kind.FLOATING),
  UINT8(2, 8, Kind.UNSIGNED),
  INT8(3, 8, Kind.SIGNED),
  UINT16(4, 16, Kind.UNSIGNED),
  INT16(5, 16, Kind.SIGNED),
  INT32(6, 32, Kind.SIGNED),
  INT64(7, 64, Kind.SIGNED),
  STRING(8, 0, Kind.TEXT),
  BOOL(9, 8, Kind.UNSIGNED),
  FLOAT16(10, 16, Kind.FLOATING),
  FLOAT64(11, 64, Kind.FLOATING),
  UINT32(12, 32, Kind.UNSIGNED),
  UINT64(13, 64, Kind.UNSIGNED),
  COMPLEX64(14, 64, Kind.COMPLEX),
  COMPLEX128(15, 128, Kind.COMPLEX),
  BFLOAT16(16, 16, Kind.FLOATING),
  FLOAT8E4M3FN(17, 8, Kind.FLOATING),
  FLOAT8E4M3FNUZ(18, 8, Kind.FLOATING),
  FLOAT8E5M2(19, 8, Kind.FLOATING),
  FLOAT8E5M2FNUZ(20, 8, Kind.FLOATING),
  UINT4(21, 4, Kind.UNSIGNED),
  INT4(22, 4, Kind.SIGNED),
  FLOAT4E2M1(23, 4, Kind.FLOATING),
  FLOAT8E8M0(24, 8, Kind.FLOATING),
  UINT2(25, 2, Kind.UNSIGNED),
  INT2(26, 2, Kind.SIGNED);

  /** What numbers of a kind can say. */
  private enum Kind {
    FLOATING,
    SIGNED,
    UNSIGNED,
    COMPLEX,
    TEXT
  }

  private final int code;
  private final int bits;
  private final Kind kind;

  ElementType(int code, int bits, Kind kind) {
    this.code = code;
    this.bits = bits;
    this.kind = kind;
  }

  /** The type with a number in ONNX files, if there is one. */
  public static Optional<ElementType> of(long code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** The number in ONNX files. */
  public int code() {
    return code;
  }

  /** The bits of one element; 0 for strings, whose length varies. */
  public int bits() {
    return bits;
  }

  /** The bytes of a number of elements, the last one filled up. */
  public long bytes(long elements) {
    return bits < 8
        ? Math.ceilDiv(elements, 8 / Math.max(1, bits))
        : Math.multiplyExact(elements, bits / 8);
  }

  /** Whether the elements are real numbers. */
  public boolean isNumber() {
    return kind != Kind.COMPLEX && kind != Kind.TEXT;
  }

  /** Whether the elements are floating-point numbers of any width. */
  public boolean isFloating() {
    return kind == Kind.FLOATING;
  }

  /** Whether the elements are integers below zero as well as above. */
  public boolean isSigned() {
    return kind == Kind.SIGNED;
  }

  /** The name as people write it, as in {@code float32}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
