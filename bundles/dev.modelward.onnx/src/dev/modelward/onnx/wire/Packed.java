// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import dev.modelward.onnx.bytes.OnnxFormatException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/** Repeated integers, which a writer may have packed into one field or given one field each. */
public final class Packed {
  private Packed() {}

  /** Hands every integer of the current field to a consumer. */
  public static void integers(WireReader field, LongConsumer each) throws OnnxFormatException {
    if (!field.isPacked()) {
      each.accept(field.integer());
      return;
    }
    ByteBuffer packed = field.bytes().buffer();
    while (packed.hasRemaining()) {
      each.accept(varint(packed, field));
    }
  }

  private static long varint(ByteBuffer packed, WireReader field) throws OnnxFormatException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (!packed.hasRemaining()) {
        throw field.wrong("the rest of a number", "the end of the field");
      }
      byte part = packed.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw field.wrong("a number of at most 10 bytes", "a longer one");
  }

  /** The number of integers in the current field. */
  public static long count(WireReader field) throws OnnxFormatException {
    long[] count = {0};
    integers(field, value -> count[0]++);
    return count[0];
  }
}
