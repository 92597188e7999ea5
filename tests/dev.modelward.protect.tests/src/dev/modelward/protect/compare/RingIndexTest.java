// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingIndexTest {
  private static final List<Tensor> TENSORS =
      List.of(tensor("a", List.of(8L), 32), tensor("b", List.of(2L, 4L), 32));

  private static Tensor tensor(String name, List<Long> dims, long length) {
    return new Tensor(name, 1, dims, 0, length, "");
  }

  /** A message with two blocks of each of two tensors, and their values. */
  private static byte[] message(int... blocks) {
    ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("MWRING1\0".getBytes(StandardCharsets.US_ASCII)).putInt(2);
    bytes.putInt(0).putInt(1).putLong(2).putLong(2);
    bytes.putInt(1).putInt(2).putLong(1).putLong(2).putLong(2);
    for (int block : blocks) {
      bytes.putInt(block);
    }
    byte[] message = new byte[bytes.position() + 32];
    bytes.get(0, message, 0, bytes.position());
    return message;
  }

  private static List<RingPart> read(byte[] message, int step) throws IOException, Malformed {
    try (RingIndex index = new RingIndex(1, TENSORS)) {
      for (int at = 0; at < message.length; at += step) {
        index.write(message, at, Math.min(step, message.length - at));
      }
      return index.parts();
    }
  }

  @Test
  void readsAMessageInAnyPieces() throws Exception {
    byte[] message = message(1, 3, 0, 2);
    for (int step = 1; step <= message.length; step++) {
      List<RingPart> parts = read(message, step);
      assertEquals(2, parts.size());
      assertArrayEquals(new int[] {1, 3}, parts.getFirst().blocks());
      assertArrayEquals(new int[] {0, 2}, parts.getLast().blocks());
      assertEquals(List.of(1L, 2L), parts.getLast().tile());
    }
  }

  @Test
  void refusesAMessageThatEndsAmongItsEntriesOrNumbers() {
    byte[] message = message(1, 3, 0, 2);
    for (int length = 0; length < message.length - 32; length++) {
      byte[] cut = Arrays.copyOf(message, length);
      assertThrows(Malformed.class, () -> read(cut, 7), "cut at " + length);
    }
  }

  @Test
  void refusesNumbersThatDoNotRiseOrAreNoBlocks() {
    assertThrows(Malformed.class, () -> read(message(3, 1, 0, 2), 64));
    assertThrows(Malformed.class, () -> read(message(1, 4, 0, 2), 64));
    assertThrows(Malformed.class, () -> read(message(-1, 1, 0, 2), 64));
  }

  @Test
  void refusesEntriesThatAreNotOfTheTensors() {
    for (int at : new int[] {0, 8, 12, 16, 20, 28}) {
      byte[] wrong = message(1, 3, 0, 2);
      wrong[at] = 99;
      assertThrows(Malformed.class, () -> read(wrong, 64), "byte " + at);
    }
  }
}
