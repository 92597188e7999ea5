// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

/**
 * The structural similarity of two images of values from 0 to 1: the mean over all places where a
 * window of 11 by 11 pixels lies wholly in the image, and over the channels, weighted by a Gaussian
 * of deviation 1.5, with the constants .01 squared and .03 squared (Wang, Bovik, Sheikh,
 * Simoncelli: Image quality assessment: from error visibility to structural similarity, IEEE
 * Transactions on Image Processing 13, 2004, section III). Its memory is used again for the next
 * image.
 */
final class Ssim {
  /** The side of the window. */
  static final int WINDOW = 11;

  private static final double DEVIATION = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;
  private static final int MOMENTS = 5;

  private final double[] weights = gaussian();
  private double[] one = {};
  private double[] other = {};
  private double[] product = {};
  private double[] rows = {};
  private final double[][] moments = new double[MOMENTS][0];

  private static double[] gaussian() {
    double[] weights = new double[WINDOW];
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      double distance = i - WINDOW / 2;
      weights[i] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
      sum += weights[i];
    }
    for (int i = 0; i < WINDOW; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** The similarity of two images that begin at an offset each. */
  double of(Frame frame, float[] a, float[] b, int offset) {
    reserve(frame);
    double sum = 0;
    for (int channel = 0; channel < frame.channels(); channel++) {
      frame.plane(a, offset, channel, one);
      frame.plane(b, offset, channel, other);
      sum += similarity(frame);
    }
    return sum / frame.channels();
  }

  private void reserve(Frame frame) {
    int pixels = frame.pixels();
    if (one.length < pixels) {
      one = new double[pixels];
      other = new double[pixels];
      product = new double[pixels];
      rows = new double[pixels];
      for (int i = 0; i < MOMENTS; i++) {
        moments[i] = new double[pixels];
      }
    }
  }

  private double similarity(Frame frame) {
    filter(frame, one, moments[0]);
    filter(frame, other, moments[1]);
    filter(frame, multiply(frame, one, one), moments[2]);
    filter(frame, multiply(frame, other, other), moments[3]);
    filter(frame, multiply(frame, one, other), moments[4]);
    int places = (frame.height() - WINDOW + 1) * (frame.width() - WINDOW + 1);
    double sum = 0;
    for (int i = 0; i < places; i++) {
      sum += at(i);
    }
    return sum / places;
  }

  private double at(int place) {
    double meanA = moments[0][place];
    double meanB = moments[1][place];
    double varianceA = moments[2][place] - meanA * meanA;
    double varianceB = moments[3][place] - meanB * meanB;
    double covariance = moments[4][place] - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }

  private double[] multiply(Frame frame, double[] a, double[] b) {
    for (int i = 0; i < frame.pixels(); i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  /** The weighted means of all windows: along the rows first, then down the columns. */
  private void filter(Frame frame, double[] from, double[] into) {
    int width = frame.width() - WINDOW + 1;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < width; x++) {
        rows[y * width + x] = mean(from, y * frame.width() + x, 1);
      }
    }
    int places = (frame.height() - WINDOW + 1) * width;
    for (int i = 0; i < places; i++) {
      into[i] = mean(rows, i, width);
    }
  }

  private double mean(double[] values, int first, int step) {
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      sum += weights[i] * values[first + i * step];
    }
    return sum;
  }
}
