// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.onnx.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A protobuf message that a test writes field by field, right or wrong, without any code of the
 * product.
 */
public final class Message {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Adds an integer field. */
  public Message integer(int field, long value) {
    return tag(field, 0).varint(value);
  }

  /** Adds a 64-bit field. */
  public Message fixed64(int field, long bits) {
    return tag(field, 1).littleEndian(bits, 8);
  }

  /** Adds a 32-bit field. */
  public Message fixed32(int field, int bits) {
    return tag(field, 5).littleEndian(bits, 4);
  }

  /** Adds a field of bytes. */
  public Message bytes(int field, byte... value) {
    return tag(field, 2).varint(value.length).raw(value);
  }

  /** Adds a field of bytes. */
  public Message bytes(int field, Bytes value) {
    return bytes(field, value.toArray());
  }

  /** Adds a text field. */
  public Message text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a message in this message. */
  public Message message(int field, Message inner) {
    return bytes(field, inner.toArray());
  }

  /** Adds integers packed into one field. */
  public Message packed(int field, long... values) {
    Message inner = new Message();
    for (long value : values) {
      inner.varint(value);
    }
    return message(field, inner);
  }

  /** Adds 32-bit floats packed into one field. */
  public Message floats(int field, float... values) {
    Message inner = new Message();
    for (float value : values) {
      inner.littleEndian(Float.floatToRawIntBits(value), 4);
    }
    return message(field, inner);
  }

  /** Adds 64-bit floats packed into one field. */
  public Message doubles(int field, double... values) {
    Message inner = new Message();
    for (double value : values) {
      inner.littleEndian(Double.doubleToRawLongBits(value), 8);
    }
    return message(field, inner);
  }

  /** Adds a group with its two ends. */
  public Message group(int field, Message inner) {
    return tag(field, 3).raw(inner.toArray()).tag(field, 4);
  }

  /** Adds a bare tag. */
  public Message tag(int field, int wireType) {
    return varint((long) field << 3 | wireType);
  }

  /** Adds a bare number in as few bytes as hold it. */
  public Message varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  /** Adds a bare number in more bytes than it needs, as protobuf allows. */
  public Message longVarint(long value, int size) {
    for (int i = 0; i < size - 1; i++) {
      out.write((int) (value >>> 7 * i | 0x80));
    }
    out.write((int) (value >>> 7 * (size - 1) & 0x7f));
    return this;
  }

  /** Adds bare bytes. */
  public Message raw(byte... value) {
    out.writeBytes(value);
    return this;
  }

  private Message littleEndian(long bits, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (bits >>> 8 * i));
    }
    return this;
  }

  /** The message. */
  public byte[] toArray() {
    return out.toByteArray();
  }

  /** The message. */
  public Bytes toBytes() {
    return Bytes.of(toArray());
  }
}
