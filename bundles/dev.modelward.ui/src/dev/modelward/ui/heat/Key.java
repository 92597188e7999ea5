// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

/**
 * An integer that grows with the score for each weight of a block; what is no number has the least.
 */
final class Key {
  private Key() {}

  static int of(float density) {
    // 0 and -0 are the same
    int bits = Float.floatToIntBits(density + 0f);
    return Float.isNaN(density) ? Integer.MIN_VALUE : bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  /** The score for each weight that has a key. */
  static float density(int key) {
    return Float.intBitsToFloat(key ^ (key >> 31 & Integer.MAX_VALUE));
  }
}
