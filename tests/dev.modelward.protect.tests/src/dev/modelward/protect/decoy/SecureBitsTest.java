// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody can tell secure bits. */
class SecureBitsTest {
  /** More than are taken from the source at a time. */
  private static final int MANY = 100_000;

  private static long[] drawn(int count) {
    long[] drawn = new long[count];
    try (SecureBits bits = new SecureBits()) {
      Arrays.setAll(drawn, i -> bits.nextLong());
    }
    return drawn;
  }

  @Test
  void noBitsComeTwice() {
    Set<Long> seen = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      for (long bits : drawn(MANY)) {
        assertTrue(seen.add(bits));
      }
    }
  }

  @Test
  void everyBitIsSetHalfOfTheTime() {
    long[] drawn = drawn(MANY);
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int at = bit;
      long set = Arrays.stream(drawn).map(bits -> bits >>> at & 1).sum();
      // seven standard errors
      assertEquals(MANY / 2.0, set, 3.5 * Math.sqrt(MANY));
    }
  }

  @Test
  void afterClosingThereAreNone() {
    SecureBits bits = new SecureBits();
    bits.nextLong();
    bits.close();
    assertThrows(IllegalStateException.class, bits::nextLong);
    bits.close();
    assertThrows(IllegalStateException.class, bits::nextLong);
  }

  @Test
  void theirTextTellsNothingOfThem() {
    try (SecureBits bits = new SecureBits()) {
      long first = bits.nextLong();
      assertFalse(bits.toString().contains(Long.toString(first)));
    }
  }
}
