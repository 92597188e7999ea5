// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

/**
 * Equal blocks, one after the other.
 *
 * @param start the first item
 * @param period how many items a block has
 * @param repeats how many blocks there are
 */
record Run(int start, int period, int repeats) {

  int end() {
    return start + period * repeats;
  }
}
