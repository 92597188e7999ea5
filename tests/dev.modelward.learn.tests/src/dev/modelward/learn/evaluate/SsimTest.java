// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.chance.SplitMix64;
import org.junit.jupiter.api.Test;

class SsimTest {
  private static final int SIDE = 11;

  private static float[] image(long seed, Frame frame) {
    SplitMix64 random = new SplitMix64(seed);
    float[] values = new float[frame.channels() * frame.pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.5 + 0.2 * random.normal() + 0.01 * (i % frame.width()));
    }
    return values;
  }

  private static double weight(int y, int x) {
    return Math.exp(-((y - 5) * (y - 5) + (x - 5) * (x - 5)) / (2 * 1.5 * 1.5));
  }

  /** A weighted mean, over one window, of what a pixel says. */
  private interface Pixel {
    double at(int index);
  }

  private static double mean(Frame frame, int corner, Pixel pixel) {
    double sum = 0;
    double weights = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        sum += weight(y, x) * pixel.at(corner + y * frame.width() + x);
        weights += weight(y, x);
      }
    }
    return sum / weights;
  }

  private static double window(Frame frame, float[] a, float[] b, int corner) {
    double meanA = mean(frame, corner, i -> a[i]);
    double meanB = mean(frame, corner, i -> b[i]);
    double varianceA = mean(frame, corner, i -> (a[i] - meanA) * (a[i] - meanA));
    double varianceB = mean(frame, corner, i -> (b[i] - meanB) * (b[i] - meanB));
    double covariance = mean(frame, corner, i -> (a[i] - meanA) * (b[i] - meanB));
    double luminance = (2 * meanA * meanB + 1e-4) / (meanA * meanA + meanB * meanB + 1e-4);
    return luminance * (2 * covariance + 9e-4) / (varianceA + varianceB + 9e-4);
  }

  private static double naive(Frame frame, float[] a, float[] b) {
    double sum = 0;
    int windows = 0;
    for (int channel = 0; channel < frame.channels(); channel++) {
      for (int y = 0; y + SIDE <= frame.height(); y++) {
        for (int x = 0; x + SIDE <= frame.width(); x++) {
          int corner = channel * frame.pixels() + y * frame.width() + x;
          sum += window(frame, a, b, corner);
          windows++;
        }
      }
    }
    return sum / windows;
  }

  @Test
  void isTheMeanOverAllWindowsAndChannels() {
    Frame frame = new Frame(3, 14, 17, false);
    float[] a = image(1, frame);
    float[] b = image(2, frame);

    double similarity = new Ssim().of(frame, a, b, 0);

    assertEquals(naive(frame, a, b), similarity, 1e-9);
    assertTrue(similarity > -0.5 && similarity < 0.5, () -> "" + similarity);
  }

  @Test
  void isOneForEqualImages() {
    Frame frame = new Frame(1, 12, 11, false);
    float[] image = image(3, frame);

    assertEquals(1, new Ssim().of(frame, image, image, 0), 1e-12);
  }

  @Test
  void memoryServesImagesOfAnySizeOneAfterTheOther() {
    Ssim ssim = new Ssim();
    for (int side : new int[] {12, 15, 11}) {
      Frame frame = new Frame(1, side, side + 1, false);
      float[] a = image(side, frame);
      float[] b = image(side + 1, frame);
      assertEquals(naive(frame, a, b), ssim.of(frame, a, b, 0), 1e-9);
    }
  }

  @Test
  void channelsMayLieBesideEachOther() {
    Frame planes = new Frame(2, 12, 13, false);
    float[] a = image(5, planes);
    float[] b = image(6, planes);
    Frame pixels = new Frame(2, 12, 13, true);

    double similarity = new Ssim().of(pixels, interleaved(a, planes), interleaved(b, planes), 7);

    assertEquals(naive(planes, a, b), similarity, 1e-9);
  }

  /** The image behind seven numbers of another one. */
  private static float[] interleaved(float[] planes, Frame frame) {
    float[] pixels = new float[7 + planes.length];
    for (int i = 0; i < planes.length; i++) {
      int channel = i / frame.pixels();
      pixels[7 + i % frame.pixels() * frame.channels() + channel] = planes[i];
    }
    return pixels;
  }
}
