// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Somebody who knows how a layer's blocks are spread, and looks for those that are not like it. */
final class Detector {
  private final double[] mean;
  private final double[][] covariance;
  private final double[][] inverse;

  Detector(Crowd layer) {
    this.mean = layer.mean();
    this.covariance = layer.covariance();
    this.inverse = inverse(covariance);
  }

  /** Gauss and Jordan's way. */
  private static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] left = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    double[][] right = new double[size][size];
    for (int i = 0; i < size; i++) {
      right[i][i] = 1;
    }
    for (int i = 0; i < size; i++) {
      double pivot = left[i][i];
      for (int j = 0; j < size; j++) {
        left[i][j] /= pivot;
        right[i][j] /= pivot;
      }
      for (int row = 0; row < size; row++) {
        double times = row == i ? 0 : left[row][i];
        for (int j = 0; j < size; j++) {
          left[row][j] -= times * left[i][j];
          right[row][j] -= times * right[i][j];
        }
      }
    }
    return right;
  }

  /** The square of Mahalanobis's distance. */
  double distance(float... row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        sum += (row[i] - mean[i]) * inverse[i][j] * (row[j] - mean[j]);
      }
    }
    return sum;
  }

  /** How much more likely a row is if taps do not know of each other, but for a constant. */
  double ratio(float... row) {
    double alone = 0;
    for (int i = 0; i < row.length; i++) {
      alone += (row[i] - mean[i]) * (row[i] - mean[i]) / covariance[i][i];
    }
    return distance(row) - alone;
  }

  /** How often a row of one crowd gets a higher mark than one of another. */
  static double area(DoubleStream ones, DoubleStream others) {
    double[] high = ones.sorted().toArray();
    double[] low = others.sorted().toArray();
    long wins = 0;
    int below = 0;
    for (double mark : high) {
      while (below < low.length && low[below] < mark) {
        below++;
      }
      wins += below;
    }
    return (double) wins / high.length / low.length;
  }
}
