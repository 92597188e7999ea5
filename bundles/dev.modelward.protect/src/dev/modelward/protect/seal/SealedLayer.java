// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.runtime.artifact.BlockLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/** The sealed blocks of a layer: for each ring from the first, their numbers. */
public final class SealedLayer {
  private final LayerBlocks blocks;
  private final List<long[]> rings;
  private final BitSet sealed = new BitSet();

  /** A layer of whose blocks each is in one ring at most; the numbers come in any order. */
  public SealedLayer(LayerBlocks blocks, List<long[]> rings) {
    this.blocks = blocks;
    this.rings = rings.stream().map(ring -> LongStream.of(ring).sorted().toArray()).toList();
    long count = blocks.count();
    for (long block : this.rings.stream().flatMapToLong(Arrays::stream).toArray()) {
      if (block < 0 || block >= count || isSealed(block)) {
        throw new IllegalArgumentException(
            "expected each block of %s once, found block %d".formatted(blocks.name(), block));
      }
      sealed.set((int) block);
    }
  }

  /** The blocks of the layer. */
  public LayerBlocks blocks() {
    return blocks;
  }

  /** Whether any block is sealed. */
  boolean isEmpty() {
    return sealed.isEmpty();
  }

  boolean isSealed(long block) {
    return sealed.get((int) block);
  }

  /** All sealed blocks, rising. */
  LongStream all() {
    return sealed.stream().asLongStream();
  }

  /** The blocks of a ring, rising, which nobody may change. */
  long[] ring(int number) {
    return number <= rings.size() ? rings.get(number - 1) : new long[0];
  }

  /** Where blocks lie among the bytes of the weight. */
  BlockLayout layout() {
    int bytes = blocks.weight().tensor().type().bits() / Byte.SIZE;
    return BlockLayout.of(blocks.tiling().dims(), blocks.tiling().tile(), bytes);
  }
}
