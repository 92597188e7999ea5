// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

/** An upright rectangle in the coordinates of a layout. */
public record Area(double x, double y, double width, double height) {

  /** The area between two corners, whichever they are. */
  public static Area between(double x1, double y1, double x2, double y2) {
    return new Area(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  /** The x of the right side. */
  public double right() {
    return x + width;
  }

  /** The y of the lower side. */
  public double bottom() {
    return y + height;
  }

  /** The x of the middle. */
  public double centerX() {
    return x + width / 2;
  }

  /** The y of the middle. */
  public double centerY() {
    return y + height / 2;
  }

  /** Whether a point lies in this area. */
  public boolean contains(double pointX, double pointY) {
    return pointX >= x && pointX <= right() && pointY >= y && pointY <= bottom();
  }

  /** Whether this area and another have a point in common. */
  public boolean touches(Area other) {
    return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
  }

  /** The smallest area that holds this one and another. */
  public Area with(Area other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return between(left, top, Math.max(right(), other.right()), Math.max(bottom(), other.bottom()));
  }

  /** This area with a margin around it. */
  public Area grown(double margin) {
    return new Area(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  /** This area at another place. */
  public Area moved(double dx, double dy) {
    return new Area(x + dx, y + dy, width, height);
  }
}
