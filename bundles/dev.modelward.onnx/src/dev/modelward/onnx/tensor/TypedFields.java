// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.wire.Packed;
import dev.modelward.onnx.wire.WireReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Elements kept in typed fields of a tensor message. */
final class TypedFields {
  private TypedFields() {}

  /** How many elements one field adds; sub-byte types keep as many in a number as fit a byte. */
  static long count(WireReader field, ElementType type) throws OnnxFormatException {
    return switch (TensorFields.dataOf(type)) {
      case TensorFields.FLOAT_DATA -> field.fixed(Float.BYTES).size() / Float.BYTES;
      case TensorFields.DOUBLE_DATA -> field.fixed(Double.BYTES).size() / Double.BYTES;
      case TensorFields.STRING_DATA -> field.bytes().size() >= 0 ? 1 : 0;
      default -> Packed.count(field);
    };
  }

  /** How many numbers or texts the fields of a tensor must hold. */
  static long expected(ElementType type, long elements) {
    return switch (type) {
      case COMPLEX64, COMPLEX128 -> Math.multiplyExact(2, elements);
      default -> type.bits() > 0 && type.bits() < 8 ? type.bytes(elements) : elements;
    };
  }

  /** The elements as raw bytes. */
  static Bytes raw(WireReader message, ElementType type) throws OnnxFormatException {
    List<Bytes> parts = new ArrayList<>();
    while (message.next()) {
      if (message.field() == TensorFields.dataOf(type)) {
        parts.add(rawField(message, type));
      }
    }
    return Bytes.join(parts);
  }

  /** The elements as texts, each in the bytes that stand in the file. */
  static List<Bytes> texts(WireReader message) throws OnnxFormatException {
    List<Bytes> texts = new ArrayList<>();
    while (message.next()) {
      if (message.field() == TensorFields.STRING_DATA) {
        texts.add(message.bytes());
      }
    }
    return texts;
  }

  private static Bytes rawField(WireReader field, ElementType type) throws OnnxFormatException {
    return switch (TensorFields.dataOf(type)) {
      case TensorFields.FLOAT_DATA -> field.fixed(Float.BYTES);
      case TensorFields.DOUBLE_DATA -> field.fixed(Double.BYTES);
      default -> integers(field, Math.max(1, type.bits() / 8));
    };
  }

  private static Bytes integers(WireReader field, int width) throws OnnxFormatException {
    int count = Math.toIntExact(Packed.count(field));
    ByteBuffer raw =
        ByteBuffer.allocate(Math.multiplyExact(count, width)).order(ByteOrder.LITTLE_ENDIAN);
    Packed.integers(field, value -> put(raw, width, value));
    return Bytes.wrap(raw.flip());
  }

  private static void put(ByteBuffer raw, int width, long value) {
    switch (width) {
      case 1 -> raw.put((byte) value);
      case 2 -> raw.putShort((short) value);
      case 4 -> raw.putInt((int) value);
      default -> raw.putLong(value);
    }
  }
}
