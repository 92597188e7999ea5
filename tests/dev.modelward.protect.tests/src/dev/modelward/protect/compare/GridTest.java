// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GridTest {

  @Test
  void findsTheCoarsestGridThatSeveralTilesAreMadeOf() {
    Grid grid = Grid.common(List.of(4L, 6L), List.of(List.of(1L, 6L), List.of(4L, 2L)));
    assertEquals(List.of(1L, 2L), grid.tile());
    assertEquals(12, grid.cells());
    assertEquals(2, grid.cellElements());
  }

  @Test
  void findsTheTileThatACellIsPartOf() {
    Grid grid = new Grid(List.of(4L, 6L), List.of(1L, 2L));
    assertEquals(
        List.of(0L, 0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L, 3L, 3L, 3L),
        LongStream.range(0, 12).mapToObj(cell -> grid.within(cell, List.of(1L, 6L))).toList());
    assertEquals(
        List.of(0L, 1L, 2L, 0L, 1L, 2L, 0L, 1L, 2L, 0L, 1L, 2L),
        LongStream.range(0, 12).mapToObj(cell -> grid.within(cell, List.of(4L, 2L))).toList());
  }

  @Test
  void refusesTilesThatDoNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new Grid(List.of(4L), List.of(3L)));
    assertThrows(IllegalArgumentException.class, () -> new Grid(List.of(4L), List.of(0L)));
    assertThrows(IllegalArgumentException.class, () -> new Grid(List.of(4L), List.of()));
  }
}
