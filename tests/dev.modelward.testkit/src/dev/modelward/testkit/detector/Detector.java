// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.detector;

import java.util.List;

/**
 * An attacker who marks every block of a layer by how much it looks like a decoy.
 *
 * <p>He has the public model, so he sees all blocks of the layer, decoys among them. He knows how
 * blocks are cut, and that decoys may be spread otherwise than blocks. He does not know which
 * blocks are decoys, nor how many, and has no other model to compare with: mean and covariance are
 * those of all that he sees. Where he sees fewer than two blocks for each tap, he cannot tell what
 * taps know of each other, and takes them apart.
 */
public final class Detector {
  private static final int BLOCKS_PER_TAP = 2;

  /** The part of a tap's variance that is but rounding when other taps tell it. */
  private static final double TOLD = 1e-12;

  private final double[] mean;
  private final double[] variance;
  private final double[][] root;
  private final double freedom;

  /** An attacker who sees some blocks. */
  public Detector(List<float[]> seen) {
    this.mean = mean(seen);
    double[][] covariance = covariance(seen, mean);
    this.variance = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      variance[i] = covariance[i][i];
    }
    if (seen.size() < BLOCKS_PER_TAP * mean.length) {
      keepDiagonal(covariance);
    }
    this.root = root(covariance);
    double fourth =
        seen.stream().mapToDouble(row -> Math.pow(distance(row), 2)).average().orElse(0);
    this.freedom = freedom(fourth / mean.length / (mean.length + 2));
  }

  private static double[] mean(List<float[]> rows) {
    double[] mean = new double[rows.getFirst().length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / (double) rows.size();
      }
    }
    return mean;
  }

  private static double[][] covariance(List<float[]> rows, double... mean) {
    double[][] covariance = new double[mean.length][mean.length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / rows.size();
        }
      }
    }
    return covariance;
  }

  private static void keepDiagonal(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = 0;
      }
    }
  }

  /** Cholesky's root of what stands in the lower triangle. */
  private static double[][] root(double[][] matrix) {
    double[][] root = new double[matrix.length][matrix.length];
    for (int i = 0; i < root.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        if (i == j) {
          root[i][i] = rest > TOLD * matrix[i][i] ? Math.sqrt(rest) : 0;
        } else {
          root[i][j] = root[j][j] > 0 ? rest / root[j][j] : 0;
        }
      }
    }
    return root;
  }

  /** The degrees of freedom of a multivariate t distribution of such a kurtosis. */
  private static double freedom(double kurtosis) {
    double most = 1e4;
    return kurtosis > 1 ? Math.min(most, (4 * kurtosis - 2) / (kurtosis - 1)) : most;
  }

  /** How much taps know of each other: the mean absolute correlation of two of them. */
  public double correlation() {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j < i; j++) {
        double product = 0;
        for (int k = 0; k <= j; k++) {
          product += root[i][k] * root[j][k];
        }
        double scale = Math.sqrt(variance[i] * variance[j]);
        sum += scale > 0 ? Math.abs(product) / scale : 0;
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  /** The square of Mahalanobis's distance of a block from the mean. */
  public double distance(float... block) {
    double[] place = new double[mean.length];
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double rest = block[i] - mean[i];
      for (int k = 0; k < i; k++) {
        rest -= root[i][k] * place[k];
      }
      place[i] = root[i][i] > 0 ? rest / root[i][i] : 0;
      sum += place[i] * place[i];
    }
    return sum;
  }

  /**
   * The logarithm of a likelihood ratio: of a normal distribution in which taps know nothing of
   * each other, which published decoys have, to the layer's with its whole covariance.
   */
  public double ratio(float... block) {
    return apart(block) + distance(block) / 2 + volume();
  }

  /** The same to a multivariate t distribution that has the tails of the layer as well. */
  public double heavyRatio(float... block) {
    double tail = (freedom + mean.length) / 2 * Math.log1p(distance(block) / (freedom - 2));
    return apart(block) + tail + volume();
  }

  private double apart(float... block) {
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double away = block[i] - mean[i];
      sum -= variance[i] > 0 ? away * away / variance[i] + Math.log(variance[i]) : 0;
    }
    return sum / 2;
  }

  private double volume() {
    double sum = 0;
    for (int i = 0; i < root.length; i++) {
      sum += root[i][i] > 0 ? Math.log(root[i][i]) : 0;
    }
    return sum;
  }
}
