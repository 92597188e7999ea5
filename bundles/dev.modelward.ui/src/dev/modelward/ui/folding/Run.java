// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

/**
 * Boxes in a row that are one block several times over.
 *
 * @param start the first box
 * @param length the number of boxes of one block
 * @param repeats how often the block stands there
 */
record Run(int start, int length, int repeats) {

  int end() {
    return start + boxes();
  }

  int boxes() {
    return length * repeats;
  }

  boolean overlaps(Run other) {
    return start < other.end() && other.start < end();
  }
}
