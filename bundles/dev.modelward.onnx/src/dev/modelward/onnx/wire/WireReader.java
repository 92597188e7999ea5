// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over the fields of one protobuf message, in the order in which they stand.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers, Encoding</a>
 */
public final class WireReader {
  /** Protobuf's own limit; deeper files are refused, so that none can overflow the stack. */
  private static final int DEEPEST = 100;

  private final Bytes bytes;
  private final Trail trail;
  private final long size;
  private long next;
  private long start;
  private long payload;
  private long number;
  private WireType type = WireType.VARINT;
  private long bits;

  /** Starts before the first field. */
  public WireReader(Bytes bytes, Trail trail) throws OnnxFormatException {
    this.bytes = bytes;
    this.trail = trail;
    this.size = bytes.size();
    if (trail.depth() > DEEPEST) {
      throw wrong(0, "at most " + DEEPEST + " messages inside each other", "one more");
    }
  }

  /** Moves to the next field; false at the end of the message. */
  public boolean next() throws OnnxFormatException {
    if (next >= size) {
      return false;
    }
    start = next;
    readTag();
    if (type == WireType.GROUP_START) {
      skipGroup();
    } else if (type == WireType.GROUP_END) {
      throw wrong(start, "a field", "the end of a group that never began");
    }
    return true;
  }

  /** The number of the current field, or 0 for one that cannot be an ONNX field. */
  public int field() {
    return number > Integer.MAX_VALUE ? 0 : (int) number;
  }

  /** The place of the current field. */
  public Span span() {
    return new Span(start, payload, next);
  }

  /** The trail of the message that is read. */
  public Trail trail() {
    return trail;
  }

  /** Whether the current field holds bytes, as packed numbers do. */
  public boolean isPacked() {
    return type == WireType.LENGTH;
  }

  /** The current field as an integer. */
  public long integer() throws OnnxFormatException {
    expect(WireType.VARINT);
    return bits;
  }

  /** The current field as a 32-bit float. */
  public float float32() throws OnnxFormatException {
    expect(WireType.FIXED32);
    return Float.intBitsToFloat((int) bits);
  }

  /** The current field as bytes, in place. */
  public Bytes bytes() throws OnnxFormatException {
    expect(WireType.LENGTH);
    return bytes.slice(payload, next);
  }

  /** The current field as numbers of a fixed width in bytes, whether packed or a single one. */
  public Bytes fixed(int width) throws OnnxFormatException {
    if (type != WireType.LENGTH) {
      expect(width == Integer.BYTES ? WireType.FIXED32 : WireType.FIXED64);
    }
    if ((next - payload) % width != 0) {
      throw wrong("numbers of " + width + " bytes each", (next - payload) + " bytes");
    }
    return bytes.slice(payload, next);
  }

  /** The current field as a name: text that must be UTF-8, since other values refer to it. */
  public String name() throws OnnxFormatException {
    ByteBuffer text = bytes().buffer();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw wrong(payload, "a name in UTF-8", "other bytes");
    }
  }

  /** The current field as text for people; bytes that are not UTF-8 show as such. */
  public String text() throws OnnxFormatException {
    return StandardCharsets.UTF_8.decode(bytes().buffer()).toString();
  }

  /** The offset in the file of the current field. */
  public long offset() {
    return bytes.offsetOf(start);
  }

  /** A cursor before the first field of the same message. */
  public WireReader restarted() throws OnnxFormatException {
    return new WireReader(bytes, trail);
  }

  /** The failure to throw when the current field is not what it should be. */
  public OnnxFormatException wrong(String expected, String found) {
    return wrong(start, expected, found);
  }

  private OnnxFormatException wrong(long index, String expected, String found) {
    return new OnnxFormatException(trail, bytes.offsetOf(index), expected, found);
  }

  private void expect(WireType expected) throws OnnxFormatException {
    if (type != expected) {
      throw wrong(start, "field " + number + " as " + expected, type.toString());
    }
  }

  private void readTag() throws OnnxFormatException {
    long tag = varint();
    number = tag >>> 3;
    int wire = (int) (tag & 7);
    if (number == 0 || wire >= WireType.values().length) {
      throw wrong(start, "a field number and wire type", "tag " + Long.toUnsignedString(tag));
    }
    type = WireType.values()[wire];
    payload = next;
    skipValue();
  }

  private void skipValue() throws OnnxFormatException {
    switch (type) {
      case VARINT -> bits = varint();
      case FIXED64 -> bits = littleEndian(8);
      case FIXED32 -> bits = littleEndian(4);
      case LENGTH -> skipLength();
      case GROUP_START, GROUP_END -> bits = 0;
    }
  }

  private void skipLength() throws OnnxFormatException {
    long length = varint();
    payload = next;
    if (length < 0 || length > size - next) {
      throw wrong(
          start,
          "field " + number + " within the remaining " + (size - next) + " bytes",
          "a length of " + Long.toUnsignedString(length));
    }
    next += length;
  }

  /** Groups are skipped by counting, not by recursion: their nesting costs no stack. */
  private void skipGroup() throws OnnxFormatException {
    long groupStart = start;
    long groupPayload = payload;
    long groupNumber = number;
    int open = 1;
    while (open > 0) {
      if (next >= size) {
        throw wrong(groupStart, "the end of group " + groupNumber, "the end of the message");
      }
      readTag();
      open += type == WireType.GROUP_START ? 1 : type == WireType.GROUP_END ? -1 : 0;
    }
    start = groupStart;
    payload = groupPayload;
    number = groupNumber;
    type = WireType.GROUP_START;
  }

  private long littleEndian(int length) throws OnnxFormatException {
    if (size - next < length) {
      throw wrong(start, length + " bytes", (size - next) + " bytes");
    }
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes.at(next + i) & 0xff;
    }
    next += length;
    return value;
  }

  private long varint() throws OnnxFormatException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (next >= size) {
        throw wrong(start, "the rest of a number", "the end of the message");
      }
      byte part = bytes.at(next++);
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw wrong(start, "a number of at most 10 bytes", "a longer one");
  }
}
