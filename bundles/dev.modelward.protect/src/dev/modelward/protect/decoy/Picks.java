// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** The public ones of a layer's blocks. */
record Picks(long blocks, LongPredicate isPublic) {
  private static final int MOST_BLOCKS = 1 << 16;
  private static final int MOST_NUMBERS = 1 << 22;
  private static final int ENOUGH_BLOCKS = 32;

  /** The number of public blocks. */
  long count() {
    long count = 0;
    for (long block = 0; block < blocks; block++) {
      count += isPublic.test(block) ? 1 : 0;
    }
    return count;
  }

  /** As many of them as may be looked at closely when each has so many taps, taken evenly. */
  long[] some(int taps) {
    long count = count();
    int room = Math.clamp(MOST_NUMBERS / taps, ENOUGH_BLOCKS, MOST_BLOCKS);
    long[] some = new long[(int) Math.min(count, room)];
    long seen = 0;
    int taken = 0;
    for (long block = 0; block < blocks && taken < some.length; block++) {
      if (isPublic.test(block) && seen++ >= taken * count / some.length) {
        some[taken++] = block;
      }
    }
    return some;
  }

  /** All of them in ascending order. */
  LongStream all() {
    return LongStream.range(0, blocks).filter(isPublic);
  }
}
