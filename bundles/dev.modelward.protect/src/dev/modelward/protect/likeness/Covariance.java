// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

/** What the taps of some blocks know of each other. */
final class Covariance {
  private Covariance() {}

  /** The lower triangle of the covariance of blocks around their mean. */
  static double[][] of(Census census, double... mean) {
    double[][] sums = new double[mean.length][mean.length];
    double[] away = new double[mean.length];
    for (int block = 0; block < census.count(); block++) {
      for (int i = 0; i < mean.length; i++) {
        away[i] = census.at(block, i) - mean[i];
        for (int j = 0; j <= i; j++) {
          sums[i][j] += away[i] * away[j];
        }
      }
    }
    for (double[] row : sums) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= census.count();
      }
    }
    return sums;
  }

  /** The same with all that taps know of each other made less by a part. */
  static double[][] shrunk(double[][] covariance, double part) {
    double[][] shrunk = new double[covariance.length][covariance.length];
    for (int i = 0; i < shrunk.length; i++) {
      for (int j = 0; j <= i; j++) {
        shrunk[i][j] = covariance[i][j] * (i == j ? 1 : 1 - part);
      }
    }
    return shrunk;
  }
}
