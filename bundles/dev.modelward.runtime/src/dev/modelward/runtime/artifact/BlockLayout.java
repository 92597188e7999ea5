// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import java.nio.ByteBuffer;
import java.util.List;

/** Where the blocks of a tensor's grid lie among its bytes: in runs at the same steps in each. */
public final class BlockLayout {
  private final long[] grid;
  private final long[] strides;
  private final int[] steps;
  private final int run;

  private BlockLayout(long[] grid, long[] strides, int[] steps, int run) {
    this.grid = grid;
    this.strides = strides;
    this.steps = steps;
    this.run = run;
  }

  /** The layout of tiles that divide a tensor, in bytes of so many for each element. */
  public static BlockLayout of(List<Long> dims, List<Long> tile, int elementBytes) {
    int rank = dims.size();
    long[] grid = new long[rank];
    long[] strides = new long[rank];
    long stride = elementBytes;
    for (int i = rank - 1; i >= 0; i--) {
      if (tile.get(i) < 1 || dims.get(i) % tile.get(i) != 0) {
        throw new IllegalArgumentException("tiles of %s do not divide %s".formatted(tile, dims));
      }
      grid[i] = dims.get(i) / tile.get(i);
      strides[i] = stride * tile.get(i);
      stride = Math.multiplyExact(stride, dims.get(i));
    }
    int inner = rank;
    long run = elementBytes;
    while (inner > 0 && run * tile.get(inner - 1) <= Integer.MAX_VALUE) {
      run *= tile.get(--inner);
      if (grid[inner] > 1) {
        break;
      }
    }
    return new BlockLayout(grid, strides, steps(tile.subList(0, inner), strides), (int) run);
  }

  private static int[] steps(List<Long> outer, long... strides) {
    int[] steps = {0};
    for (int i = 0; i < outer.size(); i++) {
      int count = Math.toIntExact(outer.get(i));
      int[] finer = new int[Math.multiplyExact(steps.length, count)];
      for (int at = 0; at < finer.length; at++) {
        finer[at] = Math.toIntExact(steps[at / count] + at % count * (strides[i] / outer.get(i)));
      }
      steps = finer;
    }
    return steps;
  }

  /** The number of blocks. */
  public long blocks() {
    long blocks = 1;
    for (long each : grid) {
      blocks *= each;
    }
    return blocks;
  }

  /** The number of bytes of a block. */
  public int blockBytes() {
    return Math.multiplyExact(steps.length, run);
  }

  /** Puts a block's bytes, which are at the position of a buffer, into those of the tensor. */
  public void place(long block, ByteBuffer from, ByteBuffer tensor) {
    int first = first(block);
    for (int step : steps) {
      tensor.put(first + step, from, from.position(), run);
      from.position(from.position() + run);
    }
  }

  /** Appends a block's bytes among those of the tensor to a buffer. */
  public void take(long block, ByteBuffer tensor, ByteBuffer to) {
    int first = first(block);
    for (int step : steps) {
      to.put(to.position(), tensor, first + step, run);
      to.position(to.position() + run);
    }
  }

  private int first(long block) {
    long first = 0;
    long rest = block;
    for (int i = grid.length - 1; i >= 0; i--) {
      first += rest % grid[i] * strides[i];
      rest /= grid[i];
    }
    if (rest > 0) {
      throw new IndexOutOfBoundsException("block " + block);
    }
    return Math.toIntExact(first);
  }
}
