// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.emit;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Constant tensors of any floating type that a gradient can have. */
public final class Constants {
  private Constants() {}

  /** A tensor of a type, with numbers rounded to it. */
  public static Tensor of(String name, ElementType type, List<Long> dims, double... values) {
    ByteBuffer raw =
        ByteBuffer.allocate(Math.toIntExact(type.bytes(values.length)))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      put(raw, type, value);
    }
    return Tensor.of(name, type, dims, Bytes.wrap(raw.flip()));
  }

  private static void put(ByteBuffer raw, ElementType type, double value) {
    switch (type) {
      case FLOAT32 -> raw.putFloat((float) value);
      case FLOAT64 -> raw.putDouble(value);
      case FLOAT16 -> raw.putShort(Float.floatToFloat16((float) value));
      case BFLOAT16 -> raw.putShort((short) (Float.floatToRawIntBits((float) value) >>> 16));
      default -> throw new IllegalArgumentException("expected a floating type, found " + type);
    }
  }
}
