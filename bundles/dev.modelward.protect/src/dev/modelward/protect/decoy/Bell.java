// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

/** Decoys of which each tap is normally distributed and does not know of the others. */
final class Bell implements Drawing {
  private final double[] mean;
  private final double[] deviation;

  private Bell(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  static Bell of(Moments moments) {
    return new Bell(moments.mean(), moments.deviation());
  }

  @Override
  public float[] draw(Lot lot) {
    float[] decoy = new float[mean.length];
    for (int i = 0; i < decoy.length; i++) {
      decoy[i] = (float) (mean[i] + deviation[i] * lot.normal());
    }
    return decoy;
  }
}
