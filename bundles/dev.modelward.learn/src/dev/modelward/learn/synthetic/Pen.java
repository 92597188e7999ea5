// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

/**
 * Draws lines with round ends and smooth edges on a square, keeping how much each pixel is covered.
 */
final class Pen {
  private final int side;
  private final float[] cover;

  Pen(int side) {
    this.side = side;
    this.cover = new float[side * side];
  }

  /** How much of a pixel is covered, from 0 to 1. */
  float at(int pixel) {
    return cover[pixel];
  }

  /** Draws lines from point to point, given as x and y in turn. */
  void draw(double[] points, double width) {
    for (int i = 0; i + 3 < points.length; i += 2) {
      draw(new Line(points[i], points[i + 1], points[i + 2], points[i + 3]), width / 2);
    }
  }

  private void draw(Line line, double radius) {
    double reach = radius + 0.5;
    int left = pixel(Math.min(line.x0, line.x1) - reach);
    int right = pixel(Math.max(line.x0, line.x1) + reach + 1);
    int top = pixel(Math.min(line.y0, line.y1) - reach);
    int bottom = pixel(Math.max(line.y0, line.y1) + reach + 1);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double covered = reach - line.distance(x + 0.5, y + 0.5);
        int at = y * side + x;
        cover[at] = Math.max(cover[at], (float) Math.clamp(covered, 0, 1));
      }
    }
  }

  private int pixel(double coordinate) {
    return (int) Math.clamp(Math.floor(coordinate), 0, side);
  }

  /** A line between two points. */
  private record Line(double x0, double y0, double x1, double y1) {
    double distance(double x, double y) {
      double dx = x1 - x0;
      double dy = y1 - y0;
      double square = dx * dx + dy * dy;
      double along = square == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
      double t = Math.clamp(along, 0, 1);
      double ex = x0 + t * dx - x;
      double ey = y0 + t * dy - y;
      return Math.sqrt(ex * ex + ey * ey);
    }
  }
}
