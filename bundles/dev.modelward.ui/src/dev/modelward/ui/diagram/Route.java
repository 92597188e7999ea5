// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

/** The points through which an edge is drawn, from its source to its target. */
public final class Route {

  private final double[] points;
  private final Area bounds;

  private Route(double[] points) {
    this.points = points;
    Area all = new Area(points[0], points[1], 0, 0);
    for (int i = 2; i < points.length; i += 2) {
      all = all.with(new Area(points[i], points[i + 1], 0, 0));
    }
    bounds = all;
  }

  /**
   * A route through points given as x, y, x, y and so on.
   *
   * @throws IllegalArgumentException if that are less than two points
   */
  public static Route through(double... xy) {
    if (xy.length < 4 || xy.length % 2 != 0) {
      throw new IllegalArgumentException("A route needs two points, got " + xy.length + " numbers");
    }
    return new Route(xy.clone());
  }

  /** How many points there are. */
  public int size() {
    return points.length / 2;
  }

  /** The x of a point. */
  public double x(int point) {
    return points[2 * point];
  }

  /** The y of a point. */
  public double y(int point) {
    return points[2 * point + 1];
  }

  /** The smallest area that holds all points. */
  public Area bounds() {
    return bounds;
  }

  /** This route at another place. */
  public Route moved(double dx, double dy) {
    double[] moved = points.clone();
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] += dx;
      moved[i + 1] += dy;
    }
    return new Route(moved);
  }
}
