// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the best blocks of some layers without sorting them: it halves the range in which the score
 * of the last winner must lie until that is known to the bit.
 */
final class Contest {
  private static final int SIGN = 0x7fffffff;

  private final List<ScoredLayer> layers;
  private final List<Long> limits;

  Contest(List<ScoredLayer> layers) {
    this(layers, Collections.nCopies(layers.size(), Long.MAX_VALUE));
  }

  private Contest(List<ScoredLayer> layers, List<Long> limits) {
    this.layers = layers;
    this.limits = limits;
  }

  /** This with at most so many weights from each layer. */
  Contest limited(List<Long> most) {
    return new Contest(layers, most);
  }

  /** An integer that grows with the score for each weight of a block. */
  private static int key(ScoredLayer layer, long block) {
    int bits = Float.floatToIntBits(layer.density(block) + 0f);
    return bits ^ (bits >> 31 & SIGN);
  }

  /** The weights in the blocks of a layer that have at least a key. */
  private static long weights(ScoredLayer layer, long least) {
    long blocks = 0;
    for (long block = 0; block < layer.scores().count(); block++) {
      blocks += key(layer, block) >= least ? 1 : 0;
    }
    return blocks * layer.tiling().taps();
  }

  private long weights(long least) {
    long sum = 0;
    for (int i = 0; i < layers.size(); i++) {
      sum += Math.min(limits.get(i), weights(layers.get(i), least));
    }
    return sum;
  }

  /** The best blocks of each layer, of so many weights together at most. */
  List<long[]> winners(long room) {
    long low = Integer.MIN_VALUE;
    long high = 1L + Integer.MAX_VALUE;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (weights(middle) <= room) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return filled(low, room - weights(low));
  }

  /** All blocks of at least a key, and of those just below it the first that there is room for. */
  private List<long[]> filled(long least, long room) {
    List<long[]> winners = new ArrayList<>();
    long rest = room;
    for (int i = 0; i < layers.size(); i++) {
      ScoredLayer layer = layers.get(i);
      long sure = weights(layer, least);
      if (sure > limits.get(i)) {
        winners.add(new Contest(List.of(layer)).winners(limits.get(i)).getFirst());
        continue;
      }
      long more = Math.min(rest, limits.get(i) - sure);
      long[] chosen = first(layer, least, more / layer.tiling().taps());
      rest -= (long) chosen.length * layer.tiling().taps() - sure;
      winners.add(chosen);
    }
    return winners;
  }

  private static long[] first(ScoredLayer layer, long least, long equals) {
    long[] found =
        new long[Math.toIntExact(weights(layer, least) / layer.tiling().taps() + equals)];
    int size = 0;
    long rest = equals;
    for (long block = 0; block < layer.scores().count() && size < found.length; block++) {
      int key = key(layer, block);
      boolean isEqual = key == least - 1 && rest > 0;
      if (key >= least || isEqual) {
        found[size++] = block;
        rest -= isEqual ? 1 : 0;
      }
    }
    return Arrays.copyOf(found, size);
  }
}
