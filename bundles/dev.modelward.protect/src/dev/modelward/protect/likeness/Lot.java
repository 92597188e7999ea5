// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import dev.modelward.learn.chance.NormalQuantile;
import java.util.random.RandomGenerator;

/** Numbers drawn from a generator of random bits. */
public record Lot(RandomGenerator bits) {

  /** A number from 0 up to, not including, a bound. */
  public long below(long bound) {
    return Math.unsignedMultiplyHigh(bits.nextLong(), bound);
  }

  /** A number from 0 up to, not including, 1. */
  double part() {
    return (bits.nextLong() >>> 11) * 0x1p-53;
  }

  /** A normally distributed number of mean 0 and deviation 1. */
  double normal() {
    return NormalQuantile.at(((bits.nextLong() >>> 12) + 0.5) * 0x1p-52);
  }
}
