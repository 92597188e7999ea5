// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import java.nio.ByteBuffer;

/** The numbers of a tensor in row-major order, read where they lie. */
public final class Numbers {
  private final ElementType type;
  private final long count;
  private final Bytes bytes;

  Numbers(ElementType type, long count, Bytes bytes) {
    if (!type.isNumber()) {
      throw new IllegalArgumentException("expected a tensor of numbers, found one of " + type);
    }
    this.type = type;
    this.count = count;
    this.bytes = bytes;
  }

  /** How many numbers there are. */
  public long count() {
    return count;
  }

  /** One number; a 64-bit integer beyond 2^53 is rounded. */
  public double at(long index) {
    return decode(bits(index));
  }

  /** One integer, exactly; a fraction is cut off. */
  public long integerAt(long index) {
    return type.isFloating() ? (long) at(index) : integer(bits(index));
  }

  /** Fills an array with the numbers from an index on. */
  public void copyTo(float[] target, long from) {
    if (type == ElementType.FLOAT32) {
      window(from, target.length).asFloatBuffer().get(target);
      return;
    }
    for (int i = 0; i < target.length; i++) {
      target[i] = (float) at(from + i);
    }
  }

  /** Fills an array with the numbers from an index on. */
  public void copyTo(double[] target, long from) {
    if (type == ElementType.FLOAT64) {
      window(from, target.length).asDoubleBuffer().get(target);
      return;
    }
    for (int i = 0; i < target.length; i++) {
      target[i] = at(from + i);
    }
  }

  private ByteBuffer window(long from, int length) {
    return bytes.slice(type.bytes(from), type.bytes(from + length)).buffer();
  }

  private long bits(long index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(index + " of " + count);
    }
    if (type.bits() < 8) {
      int perByte = 8 / type.bits();
      int shift = (int) (index % perByte) * type.bits();
      return bytes.at(index / perByte) >>> shift & (1 << type.bits()) - 1;
    }
    int width = type.bits() / 8;
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | bytes.at(index * width + i) & 0xff;
    }
    return value;
  }

  private long integer(long bits) {
    int unused = Long.SIZE - type.bits();
    return type.isSigned() ? bits << unused >> unused : bits;
  }

  private double decode(long bits) {
    return switch (type) {
      case FLOAT32 -> Float.intBitsToFloat((int) bits);
      case FLOAT64 -> Double.longBitsToDouble(bits);
      case FLOAT16 -> Float.float16ToFloat((short) bits);
      case BFLOAT16 -> Float.intBitsToFloat((int) bits << 16);
      case FLOAT8E4M3FN -> SmallFloat.E4M3FN.decode((int) bits);
      case FLOAT8E4M3FNUZ -> SmallFloat.E4M3FNUZ.decode((int) bits);
      case FLOAT8E5M2 -> SmallFloat.E5M2.decode((int) bits);
      case FLOAT8E5M2FNUZ -> SmallFloat.E5M2FNUZ.decode((int) bits);
      case FLOAT4E2M1 -> SmallFloat.E2M1.decode((int) bits);
      case FLOAT8E8M0 -> SmallFloat.decodeScale((int) bits);
      case UINT64 -> (bits >>> 1) * 2.0 + (bits & 1);
      default -> integer(bits);
    };
  }
}
