// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.testkit.Allocation;
import dev.modelward.testkit.Inquiry;
import dev.modelward.testkit.Message;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to exhaust the stack, the memory or the patience of a reader. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTest {
  private static final int MANY = 20_000;

  private static Message model(Message graph) {
    return new Message().message(7, graph);
  }

  private static List<OnnxFormatException> refusals(Message model) {
    return Inquiry.of(model.toBytes(), new Source.OfMemory("hostile"));
  }

  private static Message nested(int depth, UnaryOperator<Message> around) {
    Message message = new Message();
    for (int i = 0; i < depth; i++) {
      message = around.apply(message);
    }
    return message;
  }

  private static Message branch(Message graph) {
    return new Message()
        .message(1, new Message().message(5, new Message().text(1, "g").message(6, graph)));
  }

  private static Message sequence(Message type) {
    return new Message().message(4, new Message().message(1, type));
  }

  @Test
  void graphsInsideEachOtherAreReadDownToALimitAndRefusedBelow() {
    assertEquals(List.of(), refusals(model(nested(32, HostileTest::branch))));
    for (int depth : new int[] {40, 400, 4000}) {
      OnnxFormatException e = refusals(model(nested(depth, HostileTest::branch))).getFirst();
      assertEquals("at most 100 messages inside each other", e.expected());
    }
  }

  @Test
  void typesInsideEachOtherAreReadDownToALimitAndRefusedBelow() {
    for (int depth : new int[] {20, 1000, 5000}) {
      Message input = new Message().text(1, "x").message(2, nested(depth, HostileTest::sequence));
      Message model = model(new Message().message(11, input));
      assertEquals(depth > 50, !refusals(model).isEmpty());
    }
  }

  @Test
  void aLengthAsksForNoMemory() {
    for (long length : new long[] {Integer.MAX_VALUE, 1L << 31, 1L << 40, Long.MAX_VALUE, -1}) {
      for (int field : new int[] {2, 7, 8, 14, 25}) {
        Message model = new Message().tag(field, 2).varint(length).raw(new byte[64]);
        long allocated =
            Allocation.of(() -> assertEquals(1, refusals(model).size(), "length " + length));
        assertTrue(allocated < 1 << 20, allocated + " bytes for a length of " + length);
      }
    }
  }

  @Test
  void aShapeAsksForNoMemory() {
    for (long dim : new long[] {1L << 31, 1L << 40, 1L << 59, 1L << 61, Long.MAX_VALUE}) {
      for (int type = 0; type <= 27; type++) {
        Message tensor = new Message().packed(1, dim).integer(2, type).bytes(9, new byte[16]);
        Message model = model(new Message().message(5, tensor));
        long allocated = Allocation.of(() -> assertEquals(1, refusals(model).size(), "dim " + dim));
        assertTrue(allocated < 1 << 20, allocated + " bytes for a size of " + dim);
      }
    }
  }

  @Test
  void anExternalTensorAsksForNoMoreThanItsFileHas() {
    Message tensor =
        new Message()
            .packed(1, 1L << 59)
            .integer(2, 1)
            .text(8, "w")
            .integer(14, 1)
            .message(13, new Message().text(1, "location").text(2, "w.bin"));
    assertTrue(!refusals(model(new Message().message(5, tensor))).isEmpty());
  }

  @Test
  void manyBranchesAmidManyValuesAreReadInTimeAndMemory() {
    Message graph = new Message();
    for (int i = 0; i < MANY; i++) {
      graph.message(1, new Message().text(1, "x").text(2, "v" + i));
      graph.message(
          1, new Message().message(5, new Message().text(1, "g").message(6, new Message())));
    }
    Message model = model(graph.message(11, new Message().text(1, "x")));
    long size = model.toArray().length;
    long allocated = Allocation.of(() -> assertEquals(List.of(), refusals(model)));
    assertTrue(allocated < 2000 * size, allocated + " bytes for a file of " + size);
  }

  @Test
  void oneNodeOfManyBranchesIsReadInTime() {
    Message node = new Message();
    for (int i = 0; i < MANY; i++) {
      node.message(5, new Message().text(1, "g" + i).message(6, new Message()));
    }
    assertEquals(List.of(), refusals(model(new Message().message(1, node))));
  }

  @Test
  void manyLayersBehindALongChainOfCastsAreReadInTime() {
    Message graph = new Message().message(11, new Message().text(1, "c0"));
    for (int i = 0; i < MANY; i++) {
      graph.message(1, new Message().text(1, "c" + i).text(2, "c" + (i + 1)).text(4, "Identity"));
      graph.message(1, new Message().text(1, "c0").text(1, "c" + MANY).text(4, "MatMul"));
    }
    assertEquals(List.of(), refusals(model(graph)));
  }

  @Test
  void manyLayersAndManyOutputsAreReadInTime() {
    Message graph =
        new Message()
            .message(11, new Message().text(1, "x"))
            .message(
                5, new Message().packed(1, 2, 1).integer(2, 1).text(8, "w").bytes(9, new byte[8]));
    for (int i = 0; i < MANY; i++) {
      graph
          .message(1, new Message().text(1, "x").text(1, "w").text(2, "m" + i).text(4, "MatMul"))
          .message(1, new Message().text(1, "m" + i).text(2, "r" + i).text(4, "Relu"))
          .message(12, new Message().text(1, "r" + i));
    }
    assertEquals(List.of(), refusals(model(graph)));
  }

  @Test
  void aCircleOfManyNodesIsRefusedInTime() {
    Message graph = new Message();
    for (int i = 0; i < MANY; i++) {
      graph.message(1, new Message().text(1, "v" + i).text(2, "v" + (i + 1) % MANY));
      graph.message(1, new Message().text(2, "free" + i));
    }
    assertEquals(
        "nodes that can run one after the other", refusals(model(graph)).getFirst().expected());
  }

  @Test
  void namesThatAreNotUtf8AreRefused() {
    byte[] invalid = {(byte) 0xc0, (byte) 0x80};
    for (int field : new int[] {1, 2, 3, 4, 7}) {
      Message node = new Message().bytes(field, invalid);
      assertEquals(1, refusals(model(new Message().message(1, node))).size());
    }
  }

  @Test
  void randomBytesAreRefusedOrRead() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(1, 100)];
      random.nextBytes(bytes);
      Inquiry.of(Bytes.of(bytes), new Source.OfMemory("random"));
    }
    assertThrows(
        OnnxFormatException.class,
        () -> OnnxModel.read(Bytes.EMPTY, new Source.OfMemory("nothing")));
  }
}
