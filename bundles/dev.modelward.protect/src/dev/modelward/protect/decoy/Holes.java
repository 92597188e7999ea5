// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.likeness.Lot;
import dev.modelward.protect.likeness.Moments;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where public blocks are zero to the last bit: pruned numbers, and blocks of nothing else. A decoy
 * has the holes of some public block, chosen by lot, since one without any would stand out.
 */
final class Holes {
  private final int taps;
  private final BitSet holes = new BitSet();
  private int blocks;

  Holes(int taps) {
    this.taps = taps;
  }

  /** Counts a block in, which may have a hole where a number is zero. */
  void add(double[] block, boolean mayHave) {
    for (int tap = 0; tap < taps; tap++) {
      holes.set(blocks * taps + tap, mayHave && block[tap] == 0);
    }
    blocks++;
  }

  /** Makes holes in a decoy. */
  void punch(double[] decoy, Lot lot) {
    if (holes.isEmpty()) {
      return;
    }
    int block = (int) lot.below(blocks);
    for (int tap = 0; tap < taps; tap++) {
      decoy[tap] = holes.get(block * taps + tap) ? 0 : decoy[tap];
    }
  }

  /** The moments of blocks that are zero in the holes, from those of blocks without any. */
  Moments left(Moments moments) {
    double[] kept = new double[taps];
    Arrays.fill(kept, 1);
    holes.stream().forEach(hole -> kept[hole % taps] -= 1.0 / blocks);
    return moments.keeping(kept);
  }
}
