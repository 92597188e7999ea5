// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.protect.blocks.Tiling;
import dev.modelward.protect.blocks.Values;
import java.util.List;
import java.util.stream.IntStream;

/** A block as a small picture: its number, its score for each weight, and its weights in rows. */
public record Kernel(long block, float density, int columns, List<Float> weights) {
  /** More weights a side cannot be told apart. */
  private static final int SIDE = 12;

  /** Keeps its own copy. */
  public Kernel {
    weights = List.copyOf(weights);
  }

  /** Reads the weights of a block; of very many it takes every so manieth. */
  static Kernel of(Tiling tiling, Values values, Scored block) {
    long[] elements = tiling.elements(block.number());
    int step = Math.ceilDiv(elements.length, SIDE * SIDE);
    List<Float> read =
        IntStream.range(0, Math.ceilDiv(elements.length, step))
            .mapToObj(i -> values.at(elements[i * step]))
            .toList();
    int last = tiling.tile().isEmpty() ? 1 : (int) Math.min(SIDE, tiling.tile().getLast());
    boolean isFlat = step > 1 || last == elements.length || last == 1;
    int columns = isFlat ? (int) Math.ceil(Math.sqrt(read.size())) : last;
    return new Kernel(block.number(), block.density(), columns, read);
  }

  /** The number of rows. */
  public int rows() {
    return Math.ceilDiv(weights.size(), columns);
  }

  /** A block and its score for each weight. */
  record Scored(long number, float density) {}
}
