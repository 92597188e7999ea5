// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every element of a tensor is in one block. */
class TilingTest {
  static List<Tiling> tilings() {
    return List.of(
        new Tiling(List.of(4L, 3L, 3L, 2L), List.of(1L, 1L, 3L, 2L)),
        new Tiling(List.of(4L, 3L, 1L, 1L), List.of(1L, 1L, 1L, 1L)),
        new Tiling(List.of(5L, 6L), List.of(1L, 6L)),
        new Tiling(List.of(5L, 6L), List.of(5L, 1L)),
        new Tiling(List.of(5L, 6L), List.of(5L, 2L)),
        new Tiling(List.of(2L, 6L, 4L), List.of(1L, 3L, 2L)),
        new Tiling(List.of(2L, 3L, 4L), List.of(2L, 1L, 4L)),
        new Tiling(List.of(7L), List.of(1L)),
        new Tiling(List.of(7L), List.of(7L)),
        new Tiling(List.of(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("tilings")
  void visitsEveryElementOnceInOrderWithItsBlockAndTap(Tiling tiling) {
    long[] next = {0};
    tiling.visit((element, block, tap, count) -> {
      assertEquals(next[0], element);
      next[0] += count;
      for (int i = 0; i < count; i++) {
        assertEquals(element + i, tiling.elements(block)[tap + i]);
      }
    });
    assertEquals(tiling.elements(), next[0]);
  }

  @ParameterizedTest
  @MethodSource("tilings")
  void blocksShareNoElement(Tiling tiling) {
    int[] uses = new int[Math.toIntExact(tiling.elements())];
    for (long block = 0; block < tiling.blocks(); block++) {
      for (long element : tiling.elements(block)) {
        uses[(int) element]++;
      }
    }
    int[] once = new int[uses.length];
    Arrays.fill(once, 1);
    assertArrayEquals(once, uses);
  }

  @Test
  void aBlockIsAPartOfEachDirection() {
    Tiling tiling = new Tiling(List.of(2L, 6L), List.of(2L, 3L));
    assertEquals(List.of(1L, 2L), tiling.grid());
    assertEquals(List.of(0L, 1L), tiling.place(1));
    assertArrayEquals(new long[] {3, 4, 5, 9, 10, 11}, tiling.elements(1));
  }

  @Test
  void refusesTilesThatDoNotFillTheTensor() {
    assertThrows(IllegalArgumentException.class, () -> new Tiling(List.of(5L), List.of(2L)));
    assertThrows(IllegalArgumentException.class, () -> new Tiling(List.of(5L), List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Tiling(List.of(0L), List.of(1L)));
  }
}
