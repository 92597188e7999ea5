// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.ScoredLayer;
import java.util.Arrays;

/** Classes of blocks of about the same score for each weight, the best first. */
interface Grades {
  /** As many as one can count without much memory. */
  int MOST = 1 << 20;

  /** The number of classes. */
  int count();

  /** The class of a key. */
  int of(int key);

  /** A class for each key of a map; for neighbouring keys together where there are too many. */
  static Grades of(ImportanceMap map) {
    return map.blocks() <= MOST ? exact(keys(map)) : coarse();
  }

  /** A class for each key. */
  static Grades exact(int... keys) {
    int[] rising = Arrays.stream(keys).sorted().distinct().toArray();
    return new Grades() {
      @Override
      public int count() {
        return rising.length;
      }

      @Override
      public int of(int key) {
        return rising.length - 1 - Arrays.binarySearch(rising, key);
      }
    };
  }

  /** The same classes for all maps: 2,048 for each doubling of the score. */
  static Grades coarse() {
    int shift = Integer.SIZE - Integer.numberOfTrailingZeros(MOST);
    return new Grades() {
      @Override
      public int count() {
        return MOST;
      }

      @Override
      public int of(int key) {
        return Integer.MAX_VALUE - key >>> shift;
      }
    };
  }

  private static int[] keys(ImportanceMap map) {
    int[] keys = new int[Math.toIntExact(map.blocks())];
    int size = 0;
    for (ScoredLayer layer : map.layers()) {
      for (long block = 0; block < layer.scores().count(); block++) {
        keys[size++] = Key.of(layer.density(block));
      }
    }
    return keys;
  }
}
