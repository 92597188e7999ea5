// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import java.util.List;

/** Puts the parts of a diagram side by side, and below each other where a row is full. */
final class Shelves {

  private final Sketch sketch;
  private final double width;
  private double x;
  private double y;
  private double height;

  private Shelves(Sketch sketch, double width) {
    this.sketch = sketch;
    this.width = width;
  }

  static void arrange(Sketch sketch, List<List<Integer>> parts) {
    List<Area> bounds = parts.stream().map(sketch::bounds).toList();
    double surface = bounds.stream().mapToDouble(area -> area.width() * area.height()).sum();
    double widest = bounds.stream().mapToDouble(Area::width).max().orElse(0);
    Shelves shelves = new Shelves(sketch, Math.max(widest, 1.6 * Math.sqrt(surface)));
    for (int i = 0; i < parts.size(); i++) {
      shelves.put(parts.get(i), bounds.get(i));
    }
  }

  private void put(List<Integer> part, Area bounds) {
    if (x > 0 && x + bounds.width() > width) {
      y += height + Spacing.BETWEEN_PARTS;
      x = 0;
      height = 0;
    }
    sketch.move(part, x - bounds.x(), y - bounds.y());
    x += bounds.width() + Spacing.BETWEEN_PARTS;
    height = Math.max(height, bounds.height());
  }
}
