// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import java.util.Arrays;

/** The directions in which the blocks of a census lie in a frame, as places at the distance 1. */
final class Headings {
  /** One out of so many blocks is taken to be rather alone. */
  private static final int ALONE = 4;

  private static final int MOST_SEEN = 4096;
  private static final int MOST_ASKED = 256;
  private static final int MOST_PRODUCTS = 1 << 24;

  private final int taps;
  private final float[] numbers;

  private Headings(int taps, float... numbers) {
    this.taps = taps;
    this.numbers = numbers;
  }

  static Headings of(Frame frame, Census census) {
    int taps = census.taps();
    float[] numbers = new float[census.count() * taps];
    double[] block = new double[taps];
    int count = 0;
    for (int i = 0; i < census.count(); i++) {
      census.copy(i, block);
      double[] place = frame.place(block);
      double length = Math.sqrt(frame.square(block));
      for (int tap = 0; length > 0 && tap < taps; tap++) {
        numbers[count * taps + tap] = (float) (place[tap] / length);
      }
      count += length > 0 ? 1 : 0;
    }
    return new Headings(taps, Arrays.copyOf(numbers, count * taps));
  }

  int count() {
    return numbers.length / taps;
  }

  double[] at(int index) {
    double[] heading = new double[taps];
    for (int tap = 0; tap < taps; tap++) {
      heading[tap] = numbers[index * taps + tap];
    }
    return heading;
  }

  /** How near others come to a block that is rather alone: the cosine, either way. */
  double nearness() {
    int seen = Math.min(count(), MOST_SEEN);
    int room = Math.clamp(MOST_PRODUCTS / Math.max(1, (long) seen * taps), ALONE, MOST_ASKED);
    double[] nearest = new double[Math.min(count(), room)];
    for (int i = 0; i < nearest.length; i++) {
      int one = (int) ((long) i * count() / nearest.length);
      for (int j = 0; j < seen; j++) {
        int other = (int) ((long) j * count() / seen);
        nearest[i] = one == other ? nearest[i] : Math.max(nearest[i], cosine(one, other));
      }
    }
    Arrays.sort(nearest);
    return nearest.length == 0 ? 0 : nearest[nearest.length / ALONE];
  }

  private double cosine(int one, int other) {
    double sum = 0;
    for (int tap = 0; tap < taps; tap++) {
      sum += numbers[one * taps + tap] * numbers[other * taps + tap];
    }
    return Math.abs(sum);
  }
}
