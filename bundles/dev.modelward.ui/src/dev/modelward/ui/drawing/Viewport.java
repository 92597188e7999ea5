// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Area;

/**
 * The part of a layout that is seen: how large, and which point of it stands at the upper left.
 *
 * @param scale how many points of the screen one unit of the layout takes
 */
public record Viewport(double scale, double x, double y) {
  public static final double SMALLEST = 0.005;
  public static final double LARGEST = 4;
  private static final double MARGIN = 24;

  public static Viewport fitting(Area bounds, double width, double height) {
    double across = (width - 2 * MARGIN) / Math.max(1, bounds.width());
    double down = (height - 2 * MARGIN) / Math.max(1, bounds.height());
    return at(Math.clamp(Math.min(across, down), SMALLEST, 1), bounds, width, height);
  }

  /** A tall graph is read from its top, at a size at which it can be read. */
  public static Viewport reading(Area bounds, double width, double height) {
    Viewport fit = fitting(bounds, width, height);
    if (fit.scale >= 0.5) {
      return fit;
    }
    double x = bounds.centerX() - width / 2;
    return new Viewport(
        1, bounds.width() < width ? x : Math.max(bounds.x() - MARGIN, x), bounds.y() - MARGIN);
  }

  private static Viewport at(double scale, Area bounds, double width, double height) {
    return new Viewport(
        scale, bounds.centerX() - width / scale / 2, bounds.centerY() - height / scale / 2);
  }

  public double toLayoutX(double screenX) {
    return x + screenX / scale;
  }

  public double toLayoutY(double screenY) {
    return y + screenY / scale;
  }

  public double toScreenX(double layoutX) {
    return (layoutX - x) * scale;
  }

  public double toScreenY(double layoutY) {
    return (layoutY - y) * scale;
  }

  public Area visible(double width, double height) {
    return new Area(x, y, width / scale, height / scale);
  }

  public Viewport scrolled(double screenX, double screenY) {
    return new Viewport(scale, x + screenX / scale, y + screenY / scale);
  }

  public Viewport zoomedAbout(double screenX, double screenY, double newScale) {
    double kept = Math.clamp(newScale, SMALLEST, LARGEST);
    return new Viewport(
        kept, toLayoutX(screenX) - screenX / kept, toLayoutY(screenY) - screenY / kept);
  }

  public Viewport centredOn(double layoutX, double layoutY, Area size) {
    return new Viewport(
        scale, layoutX - size.width() / scale / 2, layoutY - size.height() / scale / 2);
  }
}
