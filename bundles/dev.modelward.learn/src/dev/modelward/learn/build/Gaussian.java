// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.build;

import java.util.SplittableRandom;

/**
 * Normally distributed numbers that are the same on every machine and Java version: the polar form
 * of Box and Muller's method over SplitMix64, in strict arithmetic.
 */
final class Gaussian {
  private final SplittableRandom random;

  Gaussian(long seed) {
    this.random = new SplittableRandom(seed);
  }

  double next() {
    double first = 1 - (random.nextLong() >>> 11) * 0x1p-53;
    double second = (random.nextLong() >>> 11) * 0x1p-53;
    return StrictMath.sqrt(-2 * StrictMath.log(first)) * StrictMath.cos(2 * StrictMath.PI * second);
  }
}
