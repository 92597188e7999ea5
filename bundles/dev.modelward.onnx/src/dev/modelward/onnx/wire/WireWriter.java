// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import dev.modelward.onnx.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes the fields of one protobuf message, in the order in which they are given. */
public final class WireWriter {
  private final List<Bytes> parts = new ArrayList<>();

  /** Adds an integer field. */
  public WireWriter integer(int number, long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) number << 3);
    varint(out, value);
    return add(Bytes.of(out.toByteArray()));
  }

  /** Adds a 32-bit float field. */
  public WireWriter float32(int number, float value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) number << 3 | WireType.FIXED32.ordinal());
    int bits = Float.floatToRawIntBits(value);
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(bits >>> shift);
    }
    return add(Bytes.of(out.toByteArray()));
  }

  /** Adds a field of bytes, or of a message, without copying them. */
  public WireWriter bytes(int number, Bytes value) {
    return add(field(number, value));
  }

  /** Adds a text field, unless the text is empty, as protobuf omits it. */
  public WireWriter text(int number, String value) {
    return value.isEmpty() ? this : name(number, value);
  }

  /** Adds a text field even if the text is empty, as one of several must be. */
  public WireWriter name(int number, String value) {
    return bytes(number, Bytes.of(value));
  }

  /** The message. */
  public Bytes message() {
    return Bytes.join(parts);
  }

  /** One field of bytes with its tag and length. */
  static Bytes field(int number, Bytes value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) number << 3 | WireType.LENGTH.ordinal());
    varint(out, value.size());
    return Bytes.join(List.of(Bytes.of(out.toByteArray()), value));
  }

  private WireWriter add(Bytes field) {
    parts.add(field);
    return this;
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
