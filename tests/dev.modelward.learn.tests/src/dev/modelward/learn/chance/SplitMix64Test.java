// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.chance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
  @Test
  void givesThePublishedSequence() {
    SplitMix64 lot = new SplitMix64(1234567);
    assertEquals(6457827717110365317L, lot.nextLong());
    assertEquals(3203168211198807973L, lot.nextLong());
    assertEquals(Long.parseUnsignedLong("9817491932198370423"), lot.nextLong());
    assertEquals(4593380528125082431L, lot.nextLong());
    assertEquals(Long.parseUnsignedLong("16408922859458223821"), lot.nextLong());
  }

  @Test
  void staysBelowItsBoundAndReachesAllOfIt() {
    SplitMix64 lot = new SplitMix64(1);
    int[] seen = new int[7];
    for (int i = 0; i < 7000; i++) {
      seen[lot.below(7)]++;
    }
    for (int count : seen) {
      assertTrue(count > 850 && count < 1150, () -> count + " of about 1000");
    }
    assertThrows(IllegalArgumentException.class, () -> lot.below(0));
  }

  @Test
  void drawsNormalNumbersOfMeanZeroAndDeviationOne() {
    SplitMix64 lot = new SplitMix64(2);
    int count = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double value = lot.normal();
      sum += value;
      squares += value * value;
    }
    assertEquals(0, sum / count, 0.01);
    assertEquals(1, squares / count, 0.02);
  }

  @Test
  void differsFromItemToItemAndFromSeedToSeed() {
    assertEquals(SplitMix64.of(5, 6).nextLong(), SplitMix64.of(5, 6).nextLong());
    assertNotEquals(SplitMix64.of(5, 6).nextLong(), SplitMix64.of(5, 7).nextLong());
    assertNotEquals(SplitMix64.of(5, 6).nextLong(), SplitMix64.of(6, 5).nextLong());
    assertNotEquals(SplitMix64.of(5, 5).nextLong(), SplitMix64.of(6, 6).nextLong());
  }

  @Test
  void isARandomGeneratorOfTheSameBits() {
    SplitMix64 lot = new SplitMix64(3);
    RandomGenerator bits = new SplitMix64(3);
    assertEquals(lot.nextLong() >>> 32, Integer.toUnsignedLong(bits.nextInt()));
    assertEquals(lot.uniform(), bits.nextDouble());
    assertEquals(lot.nextLong() < 0, bits.nextBoolean());
  }

  @Test
  void drawsWithinTheBoundsOfAnyRandomGenerator() {
    RandomGenerator bits = SplitMix64.of(1, 2);
    int[] seen = new int[5];
    for (int i = 0; i < 5000; i++) {
      seen[bits.nextInt(5)]++;
    }
    for (int count : seen) {
      assertTrue(count > 850 && count < 1150, () -> count + " of about 1000");
    }
    assertArrayEquals(
        SplitMix64.of(1, 2).longs(3).toArray(), SplitMix64.of(1, 2).longs().limit(3).toArray());
  }
}
