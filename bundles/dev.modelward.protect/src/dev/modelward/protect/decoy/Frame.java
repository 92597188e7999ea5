// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import java.util.Arrays;

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

  /** The frame of a covariance. */
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

  /** How far a block is from the mean in this frame: its Mahalanobis distance. */
  double radius(float[] block) {
    double[] spread = new double[mean.length];
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double rest = block[i] - mean[i];
      for (int k = 0; k < i && root.length > 0; k++) {
        rest -= root[i][k] * spread[k];
      }
      spread[i] = unit[i] > 0 ? rest / unit[i] : 0;
      sum += spread[i] * spread[i];
    }
    return Math.sqrt(sum);
  }

  /** The block that lies in a direction of this frame, so far from the mean. */
  float[] block(double[] direction, double radius) {
    double norm = 0;
    for (int i = 0; i < direction.length; i++) {
      norm += unit[i] > 0 ? direction[i] * direction[i] : 0;
    }
    double scale = norm > 0 ? radius / Math.sqrt(norm) : 0;
    float[] block = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double way = root.length > 0 ? 0 : unit[i] * direction[i];
      for (int k = 0; k <= i && root.length > 0; k++) {
        way += root[i][k] * direction[k];
      }
      block[i] = (float) (mean[i] + scale * way);
    }
    return block;
  }
}
