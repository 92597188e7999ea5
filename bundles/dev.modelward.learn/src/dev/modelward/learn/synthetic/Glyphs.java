// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import dev.modelward.learn.chance.SplitMix64;
import java.util.List;

/**
 * Ten signs drawn with a pen of varying width, each turned, sheared, stretched and moved at random,
 * bright over a darker slope and stray strokes, with noise: 28 by 28 pixels from 0 to 255. An image
 * depends on nothing but a seed and its number; among ten consecutive ones from a multiple of ten
 * on there is one of each sign.
 */
public final class Glyphs {
  /** The height and width. */
  public static final int SIDE = 28;

  /** The names of the signs. */
  public static final List<String> NAMES =
      List.of(
          "ring",
          "cross",
          "triangle",
          "square",
          "arrow",
          "zigzag",
          "spiral",
          "fork",
          "rails",
          "hook");

  private static final int PIXELS = SIDE * SIDE;

  /** The deviation of the sum of four 16-bit numbers. */
  private static final double GRAIN = 37837.22;

  private static final int SIGN = 1;
  private static final int LOOK = 2;

  private Glyphs() {}

  /** The label of an image. */
  public static int label(long seed, long index) {
    int[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    SplitMix64 lot = SplitMix64.of(seed + SIGN, index / NAMES.size());
    for (int i = order.length - 1; i > 0; i--) {
      int j = lot.below(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order[(int) (index % NAMES.size())];
  }

  /** Draws an image into the first pixels of an array. */
  public static void draw(long seed, long index, float[] pixels) {
    SplitMix64 lot = SplitMix64.of(seed ^ Long.rotateLeft(LOOK, 60), index);
    Pen pen = new Pen(SIDE);
    drawSign(lot, pen, label(seed, index));
    Pen stray = new Pen(SIDE);
    drawStrays(lot, stray);
    paint(lot, pen, stray, pixels);
  }

  private static void drawSign(SplitMix64 lot, Pen pen, int label) {
    Warp warp = Warp.random(lot, SIDE);
    double width = lot.between(1.2, 2.8);
    for (double[] stroke : Strokes.of(label)) {
      pen.draw(warp.apply(stroke), width);
    }
  }

  private static void drawStrays(SplitMix64 lot, Pen stray) {
    int count = lot.below(4);
    for (int i = 0; i < count; i++) {
      double x = lot.between(0, SIDE);
      double y = lot.between(0, SIDE);
      double[] line = {x, y, x + lot.between(-6, 6), y + lot.between(-6, 6)};
      stray.draw(line, lot.between(0.8, 2));
    }
  }

  private static void paint(SplitMix64 lot, Pen pen, Pen stray, float[] pixels) {
    double ground = lot.between(20, 100);
    double ink = lot.between(70, 150);
    double across = lot.between(-25, 25) / SIDE;
    double down = lot.between(-25, 25) / SIDE;
    double noise = lot.between(4, 16);
    double strayInk = ink * lot.between(0.3, 0.8);
    for (int i = 0; i < PIXELS; i++) {
      double slope = across * (i % SIDE - SIDE / 2) + down * (i / SIDE - SIDE / 2);
      double mark = Math.max(0, 1 - pen.at(i)) * stray.at(i) * strayInk + pen.at(i) * ink;
      double value = ground + slope + mark + noise * grain(lot.nextLong());
      pixels[i] = Math.round(Math.clamp(value, 0, 255));
    }
  }

  /**
   * Four 16-bit numbers added up and brought to mean 0 and deviation 1: nearly normal, and fast.
   */
  private static double grain(long bits) {
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum - 2 * 65535.0) / GRAIN;
  }
}
