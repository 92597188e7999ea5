// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.detector;

import java.util.Arrays;
import java.util.List;

/**
 * An attacker who marks every block by how far its size is from what its place lets expect: from
 * the sizes of the blocks that make the same output, and of those that read the same input. He
 * knows what {@link Detector} knows, and where blocks stand.
 */
public final class ChannelDetector {
  private static final int ROUNDS = 3;
  private static final double LEAST = 1e-30;

  private final double[] rests;

  /** An attacker who sees some blocks, one row of the same number of columns after the other. */
  public ChannelDetector(List<float[]> seen, int columns) {
    this.rests = seen.stream().mapToDouble(ChannelDetector::size).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 0; row < rests.length / columns; row++) {
        center(row * columns, 1, columns);
      }
      for (int column = 0; column < columns; column++) {
        center(column, columns, rests.length / columns);
      }
    }
  }

  /** The logarithm of a block's length. */
  private static double size(float... block) {
    double sum = LEAST;
    for (float number : block) {
      sum += number * (double) number;
    }
    return Math.log(sum) / 2;
  }

  private void center(int from, int step, int count) {
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += rests[from + i * step] / count;
    }
    // a block by itself has nothing to compare with
    for (int i = 0; i < count && count > 1; i++) {
      rests[from + i * step] -= mean;
    }
  }

  /** The mark of each block. */
  public double[] marks() {
    return Arrays.stream(rests).map(Math::abs).toArray();
  }
}
