// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockLayoutTest {

  /** A tensor and its tiles, of which everything is counted element by element. */
  private record Naive(List<Long> dims, List<Long> tile, int bytes) {
    static Naive random(SplittableRandom random) {
      List<Long> dims = new ArrayList<>();
      List<Long> tile = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        long inside = random.nextLong(1, 4);
        tile.add(inside);
        dims.add(inside * random.nextLong(1, 4));
      }
      return new Naive(dims, tile, 1 << random.nextInt(4));
    }

    long elements() {
      return dims.stream().reduce(1L, Math::multiplyExact);
    }

    /** The block of an element: places in the grid, the last direction fastest. */
    long block(long element) {
      List<Long> place = place(element);
      long block = 0;
      for (int i = 0; i < dims.size(); i++) {
        block = block * (dims.get(i) / tile.get(i)) + place.get(i) / tile.get(i);
      }
      return block;
    }

    private List<Long> place(long element) {
      List<Long> place = new ArrayList<>();
      long rest = element;
      for (long dim : dims.reversed()) {
        place.addFirst(rest % dim);
        rest /= dim;
      }
      return place;
    }

    /** The bytes of a block: of its elements, in the order in which the tensor has them. */
    byte[] bytesOf(long block, byte[] tensor) {
      ByteBuffer found = ByteBuffer.allocate(tensor.length);
      for (int element = 0; element < elements(); element++) {
        if (block(element) == block) {
          found.put(tensor, element * bytes, bytes);
        }
      }
      byte[] all = new byte[found.position()];
      found.get(0, all);
      return all;
    }

    byte[] tensor(SplittableRandom random) {
      byte[] tensor = new byte[(int) elements() * bytes];
      random.nextBytes(tensor);
      return tensor;
    }
  }

  @Test
  void takesAndPlacesTheElementsThatANaiveCountFinds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      Naive naive = Naive.random(random);
      byte[] tensor = naive.tensor(random);
      BlockLayout layout = BlockLayout.of(naive.dims, naive.tile, naive.bytes);
      assertEquals(tensor.length, layout.blocks() * layout.blockBytes(), naive.toString());
      byte[] again = new byte[tensor.length];
      for (int j = 0; j < 4; j++) {
        long block = random.nextLong(layout.blocks());
        assertArrayEquals(naive.bytesOf(block, tensor), taken(layout, block, tensor));
      }
      for (long block = 0; block < layout.blocks(); block++) {
        ByteBuffer values = ByteBuffer.wrap(taken(layout, block, tensor));
        layout.place(block, values, ByteBuffer.wrap(again));
        assertEquals(0, values.remaining());
      }
      assertArrayEquals(tensor, again, naive.toString());
    }
  }

  private static byte[] taken(BlockLayout layout, long block, byte[] tensor) {
    ByteBuffer to = ByteBuffer.allocate(layout.blockBytes());
    layout.take(block, ByteBuffer.wrap(tensor), to);
    assertEquals(0, to.remaining());
    return to.array();
  }

  @Test
  void touchesNothingButItsBlock() {
    BlockLayout layout = BlockLayout.of(List.of(4L, 6L), List.of(2L, 3L), 2);
    byte[] tensor = new byte[48];
    ByteBuffer ones = ByteBuffer.allocate(layout.blockBytes() + 1);
    while (ones.hasRemaining()) {
      ones.put((byte) 1);
    }
    layout.place(3, ones.rewind(), ByteBuffer.wrap(tensor));
    assertEquals(1, ones.remaining());
    for (int at = 0; at < tensor.length; at++) {
      assertEquals(at / 12 >= 2 && at % 12 >= 6 ? 1 : 0, tensor[at], "byte " + at);
    }
  }

  @Test
  void aTensorWithoutDirectionsIsOneBlock() {
    BlockLayout layout = BlockLayout.of(List.of(), List.of(), 8);
    assertEquals(1, layout.blocks());
    assertEquals(8, layout.blockBytes());
  }

  @Test
  void aWholeTensorMayBeOneRunOfBytes() {
    BlockLayout layout = BlockLayout.of(List.of(1L << 20, 1L << 8), List.of(1L << 20, 1L << 8), 4);
    assertEquals(1, layout.blocks());
    assertEquals(1 << 30, layout.blockBytes());
  }

  @Test
  void refusesTilesThatDoNotDivide() {
    for (List<Long> tile :
        List.of(List.of(3L, 2L), List.of(0L, 1L), List.of(-2L, 1L), List.of(8L, 1L))) {
      assertThrows(IllegalArgumentException.class, () -> BlockLayout.of(List.of(4L, 6L), tile, 1));
    }
  }

  @Test
  void hasNoBlockBeyondItsGrid() {
    BlockLayout layout = BlockLayout.of(List.of(4L, 6L), List.of(2L, 3L), 1);
    ByteBuffer tensor = ByteBuffer.allocate(24);
    for (long block : new long[] {4, 1L << 31, 1L << 32, Long.MAX_VALUE}) {
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> layout.take(block, tensor, ByteBuffer.allocate(6)));
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> layout.place(block, ByteBuffer.allocate(6), tensor));
    }
  }
}
