// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

/**
 * Decoys in a random direction in the frame of some blocks' covariance, as far from the mean as one
 * of them. With many taps or few blocks, taps are taken not to know of each other.
 */
final class Blend implements Drawing {
  private static final int MOST_TAPS = 64;
  private static final int BLOCKS_PER_TAP = 4;

  private final Frame frame;
  private final float[] radii;

  private Blend(Frame frame, float[] radii) {
    this.frame = frame;
    this.radii = radii;
  }

  /** What blends in with the blocks of a census, or a bell where they are too few to tell. */
  static Drawing of(Census census) {
    Moments moments = Moments.of(census);
    if (census.isPoor()) {
      return Bell.of(moments);
    }
    int taps = census.taps();
    boolean knowsTaps = taps <= MOST_TAPS && census.count() >= BLOCKS_PER_TAP * taps;
    Frame frame =
        knowsTaps
            ? Frame.of(moments.mean(), covariance(census, moments.mean()))
            : Frame.diagonal(moments.mean(), moments.deviation());
    float[] radii = new float[census.count()];
    float[] block = new float[taps];
    for (int i = 0; i < radii.length; i++) {
      census.copy(i, block);
      radii[i] = (float) frame.radius(block);
    }
    return new Blend(frame, radii);
  }

  private static double[][] covariance(Census census, double[] mean) {
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

  @Override
  public float[] draw(Lot lot) {
    float radius = radii[(int) lot.below(radii.length)];
    double[] direction = new double[frame.taps()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = lot.normal();
    }
    return frame.block(direction, radius);
  }
}
