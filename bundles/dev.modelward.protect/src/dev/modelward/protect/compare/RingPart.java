// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import java.util.Arrays;
import java.util.List;

/** Which blocks of a tensor, cut into tiles, a ring holds; their numbers rise. */
record RingPart(int ring, int tensor, List<Long> tile, int[] blocks) {

  boolean holds(long block) {
    return Arrays.binarySearch(blocks, (int) block) >= 0;
  }

  void erase() {
    Arrays.fill(blocks, 0);
  }
}
