// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The frame in which the blocks of a layer are spread alike in all directions: a lower triangular
 * root of their covariance, or of its diagonal alone. A tap that the taps before it tell, or that
 * is always the same, adds no direction.
 */
final class Frame {
  /** The part of a tap's variance that is but rounding when other taps tell it. */
  private static final double TOLD = 1e-9;

  private final double[] mean;
  private final double[][] root;
  private final double[] unit;

  private Frame(double[] mean, double[][] root, double[] unit) {
    this.mean = mean;
    this.root = root;
    this.unit = unit;
  }

  /** The frame of a covariance, of which the lower triangle is given. */
  static Frame of(double[] mean, double[][] covariance) {
    double[][] root = cholesky(covariance);
    double[] unit = new double[mean.length];
    Arrays.setAll(unit, i -> root[i][i]);
    return new Frame(mean, root, unit);
  }

  /** The frame of taps that do not know of each other. */
  static Frame diagonal(double[] mean, double[] deviation) {
    return new Frame(mean, new double[0][], deviation);
  }

  /** The root of Cholesky's, with nothing but zeros in the column of a tap that others tell. */
  private static double[][] cholesky(double[][] matrix) {
    int size = matrix.length;
    double[][] root = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        root[i][j] = root[j][j] > 0 ? rest(matrix[i][j], root[i], root[j]) / root[j][j] : 0;
      }
      double rest = rest(matrix[i][i], root[i], root[i]);
      root[i][i] = rest > TOLD * matrix[i][i] ? Math.sqrt(rest) : 0;
    }
    return root;
  }

  private static double rest(double number, double[] row, double[] other) {
    double rest = number;
    for (int k = 0; k < row.length; k++) {
      rest -= row[k] * other[k];
    }
    return rest;
  }

  int taps() {
    return mean.length;
  }

  private boolean isDiagonal() {
    return root.length == 0;
  }

  /** The number of directions in which blocks are spread. */
  int directions() {
    return (int) Arrays.stream(unit).filter(length -> length > 0).count();
  }

  /** Whether some taps tell others. */
  boolean isTold() {
    return !isDiagonal() && IntStream.range(0, unit.length).anyMatch(this::isTold);
  }

  private boolean isTold(int tap) {
    return unit[tap] == 0 && Arrays.stream(root[tap]).anyMatch(part -> part != 0);
  }

  /** Where a block lies in this frame: its length is Mahalanobis's distance from the mean. */
  double[] place(double... block) {
    double[] place = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double rest = block[i] - mean[i];
      for (int k = 0; k < i && !isDiagonal(); k++) {
        rest -= root[i][k] * place[k];
      }
      place[i] = unit[i] > 0 ? rest / unit[i] : 0;
    }
    return place;
  }

  /** The square of a block's distance from the mean in this frame. */
  double square(double... block) {
    double sum = 0;
    for (double part : place(block)) {
      sum += part * part;
    }
    return sum;
  }

  /** How far a block that lies in a place is from the mean, tap by tap. */
  double[] away(double... place) {
    double[] away = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      away[i] = isDiagonal() ? unit[i] * place[i] : 0;
      for (int k = 0; k <= i && !isDiagonal(); k++) {
        away[i] += root[i][k] * place[k];
      }
    }
    return away;
  }

  /** A place that is as likely as any other in its direction from the mean. */
  double[] any(Lot lot) {
    double[] place = new double[mean.length];
    for (int i = 0; i < place.length; i++) {
      place[i] = unit[i] > 0 ? lot.normal() : 0;
    }
    return place;
  }

  double mean(int tap) {
    return mean[tap];
  }

  /** The variance of a tap. */
  double variance(int tap) {
    double sum = isDiagonal() ? unit[tap] * unit[tap] : 0;
    for (int k = 0; k <= tap && !isDiagonal(); k++) {
      sum += root[tap][k] * root[tap][k];
    }
    return sum;
  }
}
