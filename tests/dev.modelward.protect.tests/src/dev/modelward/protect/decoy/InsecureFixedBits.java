// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.learn.chance.SplitMix64;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Bits that everybody can tell who knows the seed, so that a test finds the same decoys again. They
 * hide nothing: there is no such thing outside of tests.
 */
public final class InsecureFixedBits implements RandomGenerator {
  private final SplitMix64 bits;

  /** The bits of a seed. */
  public InsecureFixedBits(long seed) {
    this.bits = new SplitMix64(seed);
  }

  @Override
  public long nextLong() {
    return bits.nextLong();
  }

  /** Writes decoys that everybody can draw over sealed blocks. */
  public void write(Concealment concealment, ByteBuffer numbers, LongStream sealed) {
    sealed.forEach(block -> concealment.write(numbers, block, this));
  }
}
