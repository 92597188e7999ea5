// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.testkit.Message;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static final Trail TRAIL = Trail.of(new Source.OfMemory("test"));

  private static Tensor read(Message message) throws OnnxFormatException {
    return Tensor.read(message.toBytes(), TRAIL);
  }

  private static OnnxFormatException refused(Message message) {
    return assertThrows(OnnxFormatException.class, () -> read(message));
  }

  @Test
  void saysItsNameTypeAndShape() throws IOException {
    Tensor tensor = Tensor.ofFloats("w", List.of(2L, 3L), 1, 2, 3, 4, 5, 6);
    assertEquals("w", tensor.name());
    assertEquals(ElementType.FLOAT32, tensor.type());
    assertEquals(List.of(2L, 3L), tensor.dims());
    assertEquals(6, tensor.elements());
    assertEquals(24, tensor.byteSize());
    assertEquals("w float32 [2, 3]", tensor.toString());
    assertEquals(6, tensor.numbers().at(5));
  }

  @Test
  void refusesDataOfAnotherSizeThanItsShape() {
    OnnxFormatException e =
        refused(new Message().packed(1, 2, 3).integer(2, 1).bytes(9, new byte[20]));
    assertEquals("24 bytes of float32 [2, 3]", e.expected());
    assertEquals("20", e.found());
    assertThrows(
        IllegalArgumentException.class, () -> Tensor.ofFloats("w", List.of(2L, 3L), 1, 2, 3));
  }

  @Test
  void refusesShapesThatCannotBeCounted() {
    refused(new Message().packed(1, -1).integer(2, 1));
    refused(new Message().packed(1, 1L << 32, 1L << 32).integer(2, 1));
    refused(new Message().packed(1, Long.MAX_VALUE).integer(2, 26));
    refused(new Message().packed(1, Long.MAX_VALUE).integer(2, 1));
    refused(new Message().packed(1, Long.MAX_VALUE / 4 + 1).integer(2, 1).bytes(9));
    refused(new Message().packed(1, 1L << 62).integer(2, 3).bytes(9));
  }

  @Test
  void refusesTypesThatOnnxDoesNotKnow() {
    for (long code : new long[] {0, 27, 99, -1}) {
      refused(new Message().packed(1, 1).integer(2, code).bytes(9, new byte[4]));
    }
    refused(new Message().packed(1, 0));
  }

  @Test
  void otherElementsLeaveAllOtherBytesAlone() throws IOException {
    Message head = new Message().text(99, "unknown").packed(1, 2).integer(2, 1);
    Message tail = new Message().text(8, "name").group(77, new Message().integer(1, 1));
    byte[] raw = {1, 2, 3, 4, 5, 6, 7, 8};
    byte[] length = new Message().tag(9, 2).longVarint(8, 3).toArray();
    Tensor tensor =
        read(new Message().raw(head.toArray()).raw(length).raw(raw).raw(tail.toArray()));
    byte[] other = {9, 9, 9, 9, 9, 9, 9, 9};
    assertArrayEquals(
        new Message().raw(head.toArray()).raw(length).raw(other).raw(tail.toArray()).toArray(),
        tensor.withRaw(Bytes.of(other)).message().toArray());
  }

  @Test
  void otherElementsReplaceTypedFieldsByRawBytes() throws IOException {
    Tensor tensor =
        read(new Message().packed(1, 3).floats(4, 1).integer(2, 1).floats(4, 2, 3).text(8, "name"));
    Tensor changed = tensor.withRaw(Tensor.ofFloats("", List.of(3L), 7, 8, 9).raw());
    assertEquals(8, changed.numbers().at(1));
    assertEquals("name", changed.name());
    assertArrayEquals(
        new Message()
            .packed(1, 3)
            .integer(2, 1)
            .text(8, "name")
            .bytes(9, changed.raw().toArray())
            .toArray(),
        changed.message().toArray());
  }

  @Test
  void refusesElementsOfAnotherSize() {
    Tensor tensor = Tensor.ofLongs("n", List.of(2L), 1, 2);
    assertThrows(IllegalArgumentException.class, () -> tensor.withRaw(Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> tensor.withRaw(Bytes.of(new byte[17])));
  }

  @Test
  void takesAnotherName() throws IOException {
    Tensor tensor =
        read(
            new Message()
                .text(8, "old")
                .packed(1, 1)
                .integer(2, 3)
                .text(8, "x")
                .bytes(9, (byte) 5));
    assertEquals("x", tensor.name());
    Tensor renamed = tensor.withName("new");
    assertEquals("new", renamed.name());
    assertEquals(5, renamed.numbers().at(0));
    assertEquals("", renamed.withName("").name());
  }

  @Test
  void keepsElementsInPlaceWithoutACopy() throws IOException {
    Bytes raw = Bytes.of(new byte[4]);
    Bytes message =
        Bytes.join(
            List.of(new Message().packed(1, 4).integer(2, 2).tag(9, 2).varint(4).toBytes(), raw));
    Tensor tensor = Tensor.read(message, TRAIL);
    assertTrue(tensor.raw().sameAs(raw));
    assertEquals(0, tensor.raw().offsetOf(0), "the offset in the array it came from");
  }

  @Test
  void readsASparseTensor() throws OnnxFormatException {
    Message sparse =
        new Message()
            .bytes(1, Tensor.ofFloats("s", List.of(2L), 1, 2).message())
            .bytes(2, Tensor.ofLongs("", List.of(2L), 0, 5).message())
            .packed(3, 3, 3);
    SparseTensor tensor = SparseTensor.read(sparse.toBytes(), TRAIL);
    assertEquals("s", tensor.name());
    assertEquals(List.of(3L, 3L), tensor.dims());
    assertEquals(2, tensor.indices().elements());
    assertThrows(
        OnnxFormatException.class,
        () -> SparseTensor.read(new Message().packed(3, 3, 3).toBytes(), TRAIL));
  }
}
