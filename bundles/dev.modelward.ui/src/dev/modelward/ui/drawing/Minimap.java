// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Layout;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** The whole graph in a corner, with the part that is seen; a click goes there. */
public final class Minimap {
  private static final int LONGEST_SIDE = 160;
  private static final int MARGIN = 12;

  /** More boxes than this are drawn as the area they cover. */
  private static final int MOST_BOXES = 3000;

  private final GraphPalette palette;

  public Minimap(GraphPalette palette) {
    this.palette = palette;
  }

  /** Where it stands in a window of a size, if what is seen is not everything. */
  public static Rectangle place(Layout layout, Point size) {
    Area bounds = layout.bounds();
    double scale = LONGEST_SIDE / Math.max(1, Math.max(bounds.width(), bounds.height()));
    int width = Math.max(24, (int) Math.ceil(bounds.width() * scale));
    int height = Math.max(24, (int) Math.ceil(bounds.height() * scale));
    return new Rectangle(size.x - width - MARGIN, size.y - height - MARGIN, width, height);
  }

  public static boolean isShown(Layout layout, Viewport viewport, Point size) {
    Area seen = viewport.visible(size.x, size.y).grown(1 / viewport.scale());
    Area bounds = layout.bounds();
    boolean all =
        seen.contains(bounds.x(), bounds.y()) && seen.contains(bounds.right(), bounds.bottom());
    return !all && size.x > 3 * LONGEST_SIDE && size.y > 2 * LONGEST_SIDE;
  }

  /** The viewport of the minimap itself. */
  private static Viewport own(Layout layout, Rectangle place) {
    Area bounds = layout.bounds();
    double scale = LONGEST_SIDE / Math.max(1, Math.max(bounds.width(), bounds.height()));
    return new Viewport(scale, bounds.x() - place.x / scale, bounds.y() - place.y / scale);
  }

  /** The point of the layout under a point of the minimap. */
  public static Viewport centred(Layout layout, Viewport viewport, Point at, Point size) {
    Viewport own = own(layout, place(layout, size));
    Area window = new Area(0, 0, size.x, size.y);
    return viewport.centredOn(own.toLayoutX(at.x), own.toLayoutY(at.y), window);
  }

  public void paint(GC gc, Layout layout, Viewport viewport, Point size) {
    Rectangle place = place(layout, size);
    Viewport own = own(layout, place);
    gc.setAlpha(235);
    gc.setBackground(GraphPalette.color(palette.background()));
    gc.fillRectangle(place.x - 4, place.y - 4, place.width + 8, place.height + 8);
    gc.setAlpha(255);
    boxes(gc, layout, own);
    gc.setForeground(GraphPalette.color(palette.border()));
    gc.drawRectangle(place.x - 4, place.y - 4, place.width + 7, place.height + 7);
    Rectangle seen = BoxPainter.place(viewport.visible(size.x, size.y), own).intersection(place);
    gc.setForeground(GraphPalette.color(palette.accent()));
    gc.drawRectangle(seen.x, seen.y, Math.max(2, seen.width - 1), Math.max(2, seen.height - 1));
  }

  private void boxes(GC gc, Layout layout, Viewport own) {
    int count = layout.diagram().boxes().size();
    int step = Math.max(1, count / MOST_BOXES);
    for (int box = 0; box < count; box += step) {
      gc.setBackground(GraphPalette.color(palette.head(layout.diagram().box(box).kind())));
      gc.fillRectangle(BoxPainter.place(layout.area(box), own));
    }
  }
}
