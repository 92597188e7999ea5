// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.blocks.Footprint;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Values;
import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * The numbers of those blocks of a layer that may be looked at; of very many, some that are taken
 * evenly. With them what is known of the layer whatever its numbers: its fan-in.
 */
final class Census {
  /** Fewer blocks say nothing of the others. */
  private static final int FEW = 8;

  private static final int MOST_BLOCKS = 1 << 16;
  private static final int MOST_NUMBERS = 1 << 22;
  private static final int ENOUGH_BLOCKS = 32;

  private final int taps;
  private final long fanIn;
  private final float[] numbers;

  private Census(int taps, long fanIn, float[] numbers) {
    this.taps = taps;
    this.fanIn = fanIn;
    this.numbers = numbers;
  }

  static Census of(LayerBlocks blocks, LongPredicate isPublic) throws IOException {
    Footprint footprint = Footprint.of(blocks.tiling());
    int taps = footprint.taps();
    long all = 0;
    for (long block = 0; block < blocks.count(); block++) {
      all += isPublic.test(block) ? 1 : 0;
    }
    int room = Math.clamp(MOST_NUMBERS / taps, ENOUGH_BLOCKS, MOST_BLOCKS);
    int count = (int) Math.min(all, room);
    float[] numbers = new float[Math.multiplyExact(count, taps)];
    Values values = Values.of(blocks);
    long seen = 0;
    int taken = 0;
    for (long block = 0; block < blocks.count() && taken < count; block++) {
      boolean isNext = isPublic.test(block) && seen++ >= taken * all / count;
      for (int tap = 0; isNext && tap < taps; tap++) {
        numbers[taken * taps + tap] = values.at(footprint.first(block) + footprint.step(tap));
      }
      taken += isNext ? 1 : 0;
    }
    long outputs = blocks.tiling().dims().isEmpty() ? 1 : blocks.tiling().dims().get(blocks.axis());
    return new Census(taps, Math.max(1, blocks.weights() / outputs), numbers);
  }

  int taps() {
    return taps;
  }

  int count() {
    return numbers.length / taps;
  }

  /** Whether there are too few blocks to say anything of others. */
  boolean isPoor() {
    return count() < FEW;
  }

  /** The number of weights by which the layer makes one output. */
  long fanIn() {
    return fanIn;
  }

  float at(int block, int tap) {
    return numbers[block * taps + tap];
  }

  /** Copies the numbers of one block. */
  void copy(int block, float[] to) {
    System.arraycopy(numbers, block * taps, to, 0, taps);
  }
}
