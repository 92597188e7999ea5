// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.function.LongPredicate;

/** The least key with which a block is chosen for sure. */
record Threshold(long least) {

  /** The least key at which something holds that holds for all greater ones, found by halving. */
  static Threshold of(LongPredicate holds) {
    long low = Integer.MIN_VALUE;
    long high = 1L + Integer.MAX_VALUE;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return new Threshold(low);
  }
}
