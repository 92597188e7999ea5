// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A tensor cut into tiles of one size, which are numbered in row-major order. */
record Grid(List<Long> dims, List<Long> tile) {

  Grid {
    dims = List.copyOf(dims);
    tile = List.copyOf(tile);
    if (!divides(tile, dims)) {
      throw new IllegalArgumentException("tiles of %s do not divide %s".formatted(tile, dims));
    }
  }

  static boolean divides(List<Long> tile, List<Long> dims) {
    return tile.size() == dims.size()
        && IntStream.range(0, dims.size())
            .allMatch(i -> tile.get(i) > 0 && dims.get(i) % tile.get(i) == 0);
  }

  /** The coarsest grid in which each tile of several ones is made of whole tiles. */
  static Grid common(List<Long> dims, List<List<Long>> tiles) {
    List<Long> common = new ArrayList<>(dims);
    for (List<Long> tile : tiles) {
      for (int i = 0; i < common.size(); i++) {
        common.set(i, divisor(common.get(i), tile.get(i)));
      }
    }
    return new Grid(dims, common);
  }

  private static long divisor(long one, long other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  /** The number of tiles. */
  long cells() {
    long cells = 1;
    for (int i = 0; i < dims.size(); i++) {
      cells *= dims.get(i) / tile.get(i);
    }
    return cells;
  }

  /** The number of elements of a tile. */
  long cellElements() {
    return tile.stream().mapToLong(Long::longValue).reduce(1, (one, other) -> one * other);
  }

  /** The number of the tile in a coarser grid that a tile is part of. */
  long within(long cell, List<Long> coarse) {
    long rest = cell;
    long stride = 1;
    long within = 0;
    for (int i = dims.size() - 1; i >= 0; i--) {
      long count = dims.get(i) / tile.get(i);
      within += rest % count * tile.get(i) / coarse.get(i) * stride;
      stride *= dims.get(i) / coarse.get(i);
      rest /= count;
    }
    return within;
  }
}
