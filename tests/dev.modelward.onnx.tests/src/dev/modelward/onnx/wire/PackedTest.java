// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.testkit.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTest {
  private static List<Long> read(Message message) throws OnnxFormatException {
    WireReader reader = new WireReader(message.toBytes(), Trail.of(new Source.OfMemory("test")));
    List<Long> values = new ArrayList<>();
    while (reader.next()) {
      Packed.integers(reader, values::add);
    }
    return values;
  }

  @Test
  void readsIntegersPackedOrOneByOneOrBoth() throws OnnxFormatException {
    List<Long> expected = List.of(1L, 300L, -1L, 0L);
    assertEquals(expected, read(new Message().packed(8, 1, 300, -1, 0)));
    assertEquals(
        expected, read(new Message().integer(8, 1).integer(8, 300).integer(8, -1).integer(8, 0)));
    assertEquals(expected, read(new Message().integer(8, 1).packed(8, 300, -1).integer(8, 0)));
    assertEquals(List.of(), read(new Message().packed(8)));
  }

  @Test
  void refusesPackedIntegersThatAreCutShortOrTooLong() {
    assertThrows(
        OnnxFormatException.class, () -> read(new Message().bytes(8, (byte) 1, (byte) 0x80)));
    assertThrows(
        OnnxFormatException.class,
        () -> read(new Message().message(8, new Message().longVarint(1, 11))));
  }

  @Test
  void refusesIntegersOfFixedWidth() {
    assertThrows(OnnxFormatException.class, () -> read(new Message().fixed64(8, 1)));
  }
}
