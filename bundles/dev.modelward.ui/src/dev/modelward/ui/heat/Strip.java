// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import dev.modelward.protect.importance.ScoredLayer;
import java.util.Arrays;

/** The blocks of a layer in a row of cells, each of which has the key of its most important one. */
public final class Strip {
  private static final int MOST = 512;

  private final int[] keys;
  private final HeatScale scale;

  private Strip(int[] keys, HeatScale scale) {
    this.keys = keys;
    this.scale = scale;
  }

  static Strip of(ScoredLayer layer, HeatScale scale) {
    long count = layer.scores().count();
    int[] keys = new int[(int) Math.min(MOST, count)];
    Arrays.fill(keys, Integer.MIN_VALUE);
    for (long block = 0; block < count; block++) {
      int cell = (int) (block * keys.length / count);
      keys[cell] = Math.max(keys[cell], Key.of(layer.density(block)));
    }
    return new Strip(keys, scale);
  }

  /** The number of cells that tell something of their own. */
  public int cells() {
    return keys.length;
  }

  /** How hot the hottest block is in a cell of a row of so many. */
  public double level(int cell, int of) {
    return scale.level(key(cell, of));
  }

  /** Whether a cell of a row of so many has a block above a cut. */
  public boolean isAbove(Cut cut, int cell, int of) {
    return key(cell, of) >= cut.threshold();
  }

  private int key(int cell, int of) {
    int from = (int) ((long) cell * keys.length / of);
    int to = Math.max(from + 1, (int) ((cell + 1L) * keys.length / of));
    int greatest = Integer.MIN_VALUE;
    for (int i = from; i < Math.min(to, keys.length); i++) {
      greatest = Math.max(greatest, keys[i]);
    }
    return greatest;
  }
}
