// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.chance;

import java.util.random.RandomGenerator;

/**
 * The generator SplitMix64 with its published constants (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, OOPSLA 2014); for experiments that can be repeated, never for
 * secrets.
 */
public final class SplitMix64 implements RandomGenerator {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  /** The generator that begins at a seed. */
  public SplitMix64(long seed) {
    state = seed;
  }

  /** The generator of one item, which differs from item to item under one seed. */
  public static SplitMix64 of(long seed, long item) {
    return new SplitMix64(mix(mix(seed + GOLDEN) ^ mix(item + 2 * GOLDEN)));
  }

  /** 64 random bits. */
  @Override
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number from 0 up to, not including, a bound. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("expected a positive bound, found " + bound);
    }
    return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  /** A multiple of 2^-53 from 0 up to, not including, 1. */
  public double uniform() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** A number from one bound up to another. */
  public double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /**
   * A normally distributed number of mean 0 and deviation 1: the normal quantile of (k + 1/2) /
   * 2^52, where k is the upper 52 of the next 64 bits.
   */
  public double normal() {
    return NormalQuantile.at(((nextLong() >>> 12) + 0.5) * 0x1p-52);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
