// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tensor cut into blocks of one form: in each direction, so many neighbours belong together. The
 * blocks are counted in row-major order of the grid that they form, the elements of a block in
 * row-major order of the block; an element's number in its block is its tap.
 */
public record Tiling(List<Long> dims, List<Long> tile) {

  /** Keeps its own copies, and refuses tiles that do not fill the tensor. */
  public Tiling {
    dims = List.copyOf(dims);
    tile = List.copyOf(tile);
    if (dims.size() != tile.size()) {
      throw new IllegalArgumentException("tiles of %s for a tensor of %s".formatted(tile, dims));
    }
    for (int i = 0; i < dims.size(); i++) {
      if (tile.get(i) < 1 || dims.get(i) < 1 || dims.get(i) % tile.get(i) != 0) {
        throw new IllegalArgumentException("tiles of %s for a tensor of %s".formatted(tile, dims));
      }
    }
  }

  /** The number of elements in all. */
  public long elements() {
    return product(dims);
  }

  /** The number of blocks. */
  public long blocks() {
    return product(grid());
  }

  /** The number of elements of each block. */
  public int taps() {
    return Math.toIntExact(product(tile));
  }

  /** The number of blocks in each direction. */
  public List<Long> grid() {
    return IntStream.range(0, dims.size()).mapToObj(i -> dims.get(i) / tile.get(i)).toList();
  }

  /** Where a block stands in the grid. */
  public List<Long> place(long block) {
    List<Long> place = new ArrayList<>(dims);
    long rest = block;
    for (int i = dims.size() - 1; i >= 0; i--) {
      long size = dims.get(i) / tile.get(i);
      place.set(i, rest % size);
      rest /= size;
    }
    return place;
  }

  /** The elements of a block, tap by tap. */
  public long[] elements(long block) {
    List<Long> place = place(block);
    long[] elements = new long[taps()];
    for (int tap = 0; tap < elements.length; tap++) {
      long rest = tap;
      long stride = 1;
      for (int i = dims.size() - 1; i >= 0; i--) {
        elements[tap] += (place.get(i) * tile.get(i) + rest % tile.get(i)) * stride;
        rest /= tile.get(i);
        stride *= dims.get(i);
      }
    }
    return elements;
  }

  /** Shows every element to a visitor, in the order in which they lie. */
  public void visit(Runs runs) {
    Segments.of(this).visit(runs);
  }

  /** Whether the elements of each block lie one behind the other. */
  public boolean isContiguous() {
    return Segments.of(this).areContiguous();
  }

  /** What is done with elements that lie one behind the other. */
  public interface Runs {
    /** Some elements of one block, of one tap after the other. */
    void within(long element, long block, int tap, int count);

    /** An element of the same tap of one block after the other. */
    default void across(long element, long block, int tap, int count) {
      for (int i = 0; i < count; i++) {
        within(element + i, block + i, tap, 1);
      }
    }
  }

  private static long product(List<Long> sizes) {
    return sizes.stream().reduce(1L, Math::multiplyExact);
  }
}
