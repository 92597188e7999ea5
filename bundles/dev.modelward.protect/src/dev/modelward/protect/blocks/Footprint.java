// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

/** Where the elements of blocks lie: each block's first one, and the same steps on from there. */
public final class Footprint {
  private final long[] grid;
  private final long[] strides;
  private final long[] steps;

  private Footprint(long[] grid, long[] strides, long[] steps) {
    this.grid = grid;
    this.strides = strides;
    this.steps = steps;
  }

  /** The footprint of the blocks of a tiling. */
  public static Footprint of(Tiling tiling) {
    int rank = tiling.dims().size();
    long[] strides = new long[rank];
    long stride = 1;
    for (int i = rank - 1; i >= 0; i--) {
      strides[i] = stride * tiling.tile().get(i);
      stride *= tiling.dims().get(i);
    }
    long[] grid = tiling.grid().stream().mapToLong(Long::longValue).toArray();
    return new Footprint(grid, strides, tiling.elements(0));
  }

  /** The first element of a block. */
  public long first(long block) {
    long element = 0;
    long rest = block;
    for (int i = grid.length - 1; i >= 0; i--) {
      element += rest % grid[i] * strides[i];
      rest /= grid[i];
    }
    return element;
  }

  /** How far the element of a tap is from the first of its block. */
  public long step(int tap) {
    return steps[tap];
  }

  /** The number of elements of each block. */
  public int taps() {
    return steps.length;
  }
}
