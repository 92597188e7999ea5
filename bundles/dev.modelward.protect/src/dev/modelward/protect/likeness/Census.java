// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

/** The numbers of some blocks of a layer, none of which is zero in all its taps. */
public final class Census {
  /** Fewer blocks say little of others. */
  private static final int FEW = 8;

  private final int taps;
  private final double prior;
  private final float[] numbers;
  private int count;

  /**
   * Room for some blocks of so many taps, with the variance of numbers of which nothing is known.
   */
  public Census(int room, int taps, double prior) {
    this.taps = taps;
    this.prior = prior;
    this.numbers = new float[Math.multiplyExact(room, taps)];
  }

  /** Takes a block down. */
  public void add(double... block) {
    for (int tap = 0; tap < taps; tap++) {
      numbers[count * taps + tap] = (float) block[tap];
    }
    count++;
  }

  /** Writes over the zeros of each tap what the tap is in another block. */
  public void fill() {
    for (int tap = 0; tap < taps; tap++) {
      float last = 0;
      for (int i = 0; i < 2 * count; i++) {
        int at = i % count * taps + tap;
        numbers[at] = numbers[at] == 0 ? last : numbers[at];
        last = numbers[at];
      }
    }
  }

  int taps() {
    return taps;
  }

  int count() {
    return count;
  }

  /** Whether there are too few blocks to say how others are spread. */
  boolean isPoor() {
    return count < FEW;
  }

  double prior() {
    return prior;
  }

  float at(int block, int tap) {
    return numbers[block * taps + tap];
  }

  /** Copies the numbers of one block. */
  void copy(int block, double[] to) {
    for (int tap = 0; tap < taps; tap++) {
      to[tap] = at(block, tap);
    }
  }
}
