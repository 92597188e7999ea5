// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

/** What a box has to do with folding. */
public sealed interface Mark {

  /** The box stands for itself. */
  record Plain() implements Mark {}

  /**
   * The box stands for folded ones.
   *
   * @param repeats how often the block is repeated, 1 for a single block of a run
   * @param boxes how many boxes of the whole diagram it stands for
   */
  record Folded(int repeats, int boxes) implements Mark {}

  /**
   * The box is the first of an unfolded fold, the place where it can be folded again.
   *
   * @param repeats how often the block is repeated, 1 for a single block of a run
   */
  record Unfolded(int repeats) implements Mark {}
}
