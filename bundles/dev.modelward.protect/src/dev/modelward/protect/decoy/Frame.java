// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

/**
 * The frame in which the blocks of a layer are spread alike in all directions: a lower triangular
 * root of their covariance, or of its diagonal alone.
 */
final class Frame {
  private final double[] mean;
  private final double[][] root;
  private final double[] deviation;

  private Frame(double[] mean, double[][] root, double[] deviation) {
    this.mean = mean;
    this.root = root;
    this.deviation = deviation;
  }

  /** The frame of a covariance; of its diagonal alone where there is no root of it. */
  static Frame of(double[] mean, double[][] covariance) {
    double[] deviation = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      deviation[i] = Math.sqrt(covariance[i][i]);
    }
    double[][] root = cholesky(covariance);
    return root.length == 0 ? diagonal(mean, deviation) : new Frame(mean, root, deviation);
  }

  /** The frame of taps that do not know of each other. */
  static Frame diagonal(double[] mean, double[] deviation) {
    return new Frame(mean, new double[0][], deviation);
  }

  /** The root of Cholesky's; nothing for a matrix that is not positive definite. */
  private static double[][] cholesky(double[][] matrix) {
    int size = matrix.length;
    double[][] root = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        if (i == j && !(rest > 1e-9 * matrix[i][i])) {
          return new double[0][];
        }
        root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
      }
    }
    return root;
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
      double unit = root.length > 0 ? root[i][i] : deviation[i];
      spread[i] = unit > 0 ? rest / unit : 0;
      sum += spread[i] * spread[i];
    }
    return Math.sqrt(sum);
  }

  /** The block that lies in a direction of this frame, so far from the mean. */
  float[] block(double[] direction, double radius) {
    double norm = 0;
    for (double each : direction) {
      norm += each * each;
    }
    double scale = norm > 0 ? radius / Math.sqrt(norm) : 0;
    float[] block = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      double way = root.length > 0 ? 0 : deviation[i] * direction[i];
      for (int k = 0; k <= i && root.length > 0; k++) {
        way += root[i][k] * direction[k];
      }
      block[i] = (float) (mean[i] + scale * way);
    }
    return block;
  }
}
