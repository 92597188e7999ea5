// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.Arrays;

/**
 * Grades drawn together into steps, few enough to be kept for each layer: one for each grade where
 * that suffices, and otherwise narrow ones for small shares, of which the most is asked.
 */
final class Steps {
  /** Decades of shares that are told apart. */
  private static final int DECADES = 6;

  private final Grades grades;
  private final int[] ofGrade;
  private final int[] least;
  private final int[] greatest;
  private final long[] weights;
  private final double[] scores;

  Steps(Census census, int most) {
    grades = census.grades;
    ofGrade = ofGrade(census, most);
    int count = Arrays.stream(ofGrade).max().orElse(-1) + 1;
    least = new int[count];
    greatest = new int[count];
    weights = new long[count + 1];
    scores = new double[count + 1];
    Arrays.fill(least, Integer.MAX_VALUE);
    Arrays.fill(greatest, Integer.MIN_VALUE);
    for (int grade = 0; grade < ofGrade.length; grade++) {
      if (census.blocks[grade] > 0) {
        int step = ofGrade[grade];
        least[step] = Math.min(least[step], census.least[grade]);
        greatest[step] = Math.max(greatest[step], census.greatest[grade]);
        weights[step + 1] += census.weights[grade];
        scores[step + 1] += census.scores[grade];
      }
    }
    for (int step = 0; step < count; step++) {
      weights[step + 1] += weights[step];
      scores[step + 1] += scores[step];
    }
  }

  private static int[] ofGrade(Census census, int most) {
    int[] found = new int[census.blocks.length];
    double all = Math.max(1, census.allWeights());
    boolean isEach = Arrays.stream(census.blocks).filter(count -> count > 0).count() <= most;
    long before = 0;
    int step = -1;
    long last = -1;
    for (int grade = 0; grade < found.length; grade++) {
      if (census.blocks[grade] > 0) {
        long mark = isEach ? grade : (long) (place(before / all) * most);
        step += mark == last ? 0 : 1;
        last = mark;
        before += census.weights[grade];
      }
      found[grade] = step;
    }
    return found;
  }

  /** Half of the steps are even, half of them are even on a logarithmic scale. */
  private static double place(double share) {
    double decades = share <= 0 ? 0 : Math.max(0, Math.log10(share) + DECADES) / DECADES;
    return Math.min(0.999_999_999, (share + decades) / 2);
  }

  int count() {
    return least.length;
  }

  int of(int key) {
    return ofGrade[grades.of(key)];
  }

  /** The step in which the room for so many weights ends. */
  int holding(long room) {
    int found = Arrays.binarySearch(weights, room);
    return Math.min(count() - 1, found >= 0 ? found : -found - 2);
  }

  /** The weights of all steps before one. */
  long weightsBefore(int step) {
    return weights[step];
  }

  double scoresBefore(int step) {
    return scores[step];
  }

  /** Whether all blocks of a step have the same key. */
  boolean isLevel(int step) {
    return least[step] == greatest[step];
  }

  /** The key at a part of the way from the best to the worst block of a step. */
  int keyAt(int step, double part) {
    return (int) Math.round(greatest[step] + ((double) least[step] - greatest[step]) * part);
  }
}
