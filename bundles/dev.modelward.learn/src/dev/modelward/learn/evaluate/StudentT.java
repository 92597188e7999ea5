// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.chance.NormalQuantile;

/**
 * Student's t distribution, by the formulas 26.7.3, 26.7.4 and 26.7.5 of Abramowitz and Stegun:
 * Handbook of Mathematical Functions, 1964.
 */
final class StudentT {
  private static final long MOST_SUMMED = 200;
  private static final int HALVINGS = 100;
  private static final double FAR = 1e4;

  private StudentT() {}

  /** The number below which t of some degrees of freedom lies with a probability of 1/2 or more. */
  static double quantile(double probability, long freedom) {
    return freedom > MOST_SUMMED
        ? expanded(NormalQuantile.at(probability), freedom)
        : bisected(2 * probability - 1, (int) freedom);
  }

  private static double expanded(double x, double freedom) {
    double square = x * x;
    double first = x * (square + 1) / 4;
    double second = x * ((5 * square + 16) * square + 3) / 96;
    double third = x * (((3 * square + 19) * square + 17) * square - 15) / 384;
    return x + (first + (second + third / freedom) / freedom) / freedom;
  }

  private static double bisected(double within, int freedom) {
    double low = 0;
    double high = FAR;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (within(middle, freedom) < within) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The probability that t lies within a distance of 0. */
  static double within(double t, int freedom) {
    double angle = StrictMath.atan(t / StrictMath.sqrt(freedom));
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    boolean isOdd = freedom % 2 == 1;
    double term = isOdd ? cosine : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int k = isOdd ? 3 : 2; k < freedom; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    return isOdd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
  }
}
