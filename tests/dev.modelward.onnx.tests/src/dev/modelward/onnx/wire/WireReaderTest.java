// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.testkit.Message;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireReaderTest {
  private static final Trail TRAIL = Trail.of(new Source.OfMemory("test"));

  private static WireReader reader(Message message) throws OnnxFormatException {
    return new WireReader(message.toBytes(), TRAIL);
  }

  private static OnnxFormatException refused(Message message) {
    return assertThrows(OnnxFormatException.class, () -> skipAll(reader(message)));
  }

  private static int skipAll(WireReader reader) throws OnnxFormatException {
    int fields = 0;
    while (reader.next()) {
      fields++;
    }
    return fields;
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 127, 128, 300, 16383, 16384, Integer.MAX_VALUE, Long.MAX_VALUE, -1, -128})
  void readsNumbersOfEverySize(long value) throws OnnxFormatException {
    WireReader reader = reader(new Message().integer(3, value));
    assertTrue(reader.next());
    assertEquals(3, reader.field());
    assertEquals(value, reader.integer());
    assertFalse(reader.next());
    assertArrayEquals(
        new Message().integer(3, value).toArray(),
        new WireWriter().integer(3, value).message().toArray());
  }

  @Test
  void readsNumbersThatAreLongerThanTheyNeedToBe() throws OnnxFormatException {
    for (int size = 1; size <= 10; size++) {
      WireReader reader = reader(new Message().tag(1, 0).longVarint(5, size));
      assertTrue(reader.next());
      assertEquals(5, reader.integer());
      assertEquals(1 + size, reader.span().end());
    }
  }

  @Test
  void refusesANumberOfMoreThanTenBytes() {
    OnnxFormatException e = refused(new Message().tag(1, 0).longVarint(5, 11));
    assertEquals("a number of at most 10 bytes", e.expected());
  }

  @Test
  void refusesAMessageThatEndsInsideANumber() {
    for (int size = 1; size < 10; size++) {
      Message message = new Message().tag(1, 0);
      for (int i = 0; i < size; i++) {
        message.raw((byte) 0x80);
      }
      assertEquals("the end of the message", refused(message).found());
    }
  }

  @Test
  void readsNumbersOfFixedWidth() throws OnnxFormatException {
    Message message =
        new Message().fixed32(1, Float.floatToRawIntBits(-2.5f)).fixed64(2, Long.MIN_VALUE + 1);
    WireReader reader = reader(message);
    assertTrue(reader.next());
    assertEquals(-2.5f, reader.float32());
    assertEquals(4, reader.fixed(4).size());
    assertTrue(reader.next());
    assertEquals(Long.MIN_VALUE + 1, reader.fixed(8).buffer().getLong());
    assertFalse(reader.next());
  }

  @Test
  void refusesNumbersOfFixedWidthThatAreCutShort() {
    refused(new Message().tag(1, 5).raw(new byte[3]));
    refused(new Message().tag(1, 1).raw(new byte[7]));
  }

  @Test
  void refusesPackedNumbersOfABrokenSize() throws OnnxFormatException {
    WireReader reader = reader(new Message().bytes(1, new byte[7]));
    assertTrue(reader.next());
    assertThrows(OnnxFormatException.class, () -> reader.fixed(4));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 1L << 31, (1L << 31) - 1, 1L << 32, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void refusesALengthBeyondTheEnd(long length) {
    Message message = new Message().integer(1, 7).tag(2, 2).varint(length).raw(new byte[4]);
    OnnxFormatException e = refused(message);
    assertEquals(2, e.offset(), "the field's own place");
    assertEquals("a length of " + Long.toUnsignedString(length), e.found());
  }

  @Test
  void readsBytesInPlace() throws OnnxFormatException {
    WireReader reader = reader(new Message().integer(9, 1).bytes(2, (byte) 5, (byte) 6));
    assertTrue(reader.next());
    assertTrue(reader.next());
    assertArrayEquals(new byte[] {5, 6}, reader.bytes().toArray());
    assertEquals(new Span(2, 4, 6), reader.span());
    assertEquals(4, reader.bytes().offsetOf(0));
  }

  @Test
  void refusesAValueOfAnotherKind() throws OnnxFormatException {
    WireReader reader = reader(new Message().integer(1, 7));
    assertTrue(reader.next());
    assertThrows(OnnxFormatException.class, reader::bytes);
    assertThrows(OnnxFormatException.class, reader::name);
    assertThrows(OnnxFormatException.class, reader::float32);
    WireReader bytes = reader(new Message().bytes(1));
    assertTrue(bytes.next());
    assertThrows(OnnxFormatException.class, bytes::integer);
  }

  @Test
  void refusesANameThatIsNotUtf8ButShowsSuchAText() throws OnnxFormatException {
    WireReader reader = reader(new Message().bytes(1, (byte) 'a', (byte) 0xff));
    assertTrue(reader.next());
    assertThrows(OnnxFormatException.class, reader::name);
    assertEquals("a\ufffd", reader.text());
  }

  @Test
  void skipsAGroupAsOneField() throws OnnxFormatException {
    Message inner = new Message().integer(1, 2).group(9, new Message().text(3, "x"));
    WireReader reader = reader(new Message().group(5, inner).integer(6, 1));
    assertTrue(reader.next());
    assertEquals(5, reader.field());
    assertEquals(0, reader.span().start());
    assertTrue(reader.next());
    assertEquals(6, reader.field());
    assertFalse(reader.next());
  }

  @Test
  void groupsInsideEachOtherCostNoStack() throws OnnxFormatException {
    int depth = 1_000_000;
    Message message = new Message();
    for (int i = 0; i < depth; i++) {
      message.tag(1, 3);
    }
    refused(message);
    for (int i = 0; i < depth; i++) {
      message.tag(1, 4);
    }
    assertEquals(1, skipAll(reader(message)));
  }

  @Test
  void refusesTheEndOfAGroupThatNeverBegan() {
    refused(new Message().tag(1, 4));
  }

  @Test
  void refusesFieldZeroAndUnknownWireTypes() {
    refused(new Message().tag(0, 0).varint(1));
    refused(new Message().tag(1, 6));
    refused(new Message().tag(1, 7));
  }

  @Test
  void skipsAFieldOfAnyOtherNumber() throws OnnxFormatException {
    Message message =
        new Message().tag((1 << 29) - 1, 0).varint(1).longVarint(0xfffffffff8L, 8).varint(1);
    assertEquals(2, skipAll(reader(message)));
  }

  @Test
  void refusesMessagesTooDeepInsideEachOther() {
    Trail deep = TRAIL;
    for (int i = 0; i < 100; i++) {
      deep = deep.down("g");
    }
    Trail deepest = deep;
    assertDoesNotThrow(() -> new WireReader(new Message().toBytes(), deepest));
    assertThrows(
        OnnxFormatException.class,
        () -> new WireReader(new Message().toBytes(), deepest.down("g")));
  }

  @Test
  void everyPrefixIsReadOrRefused() {
    byte[] whole =
        new Message()
            .integer(1, 300)
            .fixed32(2, 1)
            .fixed64(3, 1)
            .text(4, "text")
            .group(5, new Message().integer(1, 1))
            .packed(6, 1, 1000, -1)
            .toArray();
    for (int size = 0; size <= whole.length; size++) {
      byte[] prefix = Arrays.copyOf(whole, size);
      try {
        assertTrue(skipAll(reader(new Message().raw(prefix))) <= 6);
      } catch (OnnxFormatException e) {
        assertTrue(e.offset() <= size, e.getMessage());
      }
    }
  }
}
