// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import java.util.List;
import java.util.stream.IntStream;

/** What a folded diagram is made of. */
sealed interface Item {

  /** The indexes of all boxes in this item, in order. */
  IntStream boxes();

  /** One box of the diagram. */
  record Leaf(int box) implements Item {

    @Override
    public IntStream boxes() {
      return IntStream.of(box);
    }
  }

  /**
   * A repeated block, or one block of such a run.
   *
   * @param id the id of the box that stands for it
   * @param repeats how often the block is repeated, 1 for a single block
   * @param caption what to say about it below the title
   * @param items what appears when it is unfolded
   */
  record Fold(String id, int repeats, String caption, List<Item> items) implements Item {

    /** Copies the items. */
    public Fold {
      items = List.copyOf(items);
    }

    @Override
    public IntStream boxes() {
      return items.stream().flatMapToInt(Item::boxes);
    }
  }
}
