// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Mark;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Draws boxes: a coloured head with the operator, lines below it, and what the box stands for. */
public final class BoxPainter {
  /** Below this scale a box is a spot of its colour. */
  private static final double SPOT_BELOW = 0.3;

  private final GraphPalette palette;
  private final BoxMetrics metrics;
  private final ScaledFonts fonts;

  public BoxPainter(GraphPalette palette, BoxMetrics metrics, ScaledFonts fonts) {
    this.palette = palette;
    this.metrics = metrics;
    this.fonts = fonts;
  }

  public void paint(GC gc, Scene scene, Viewport viewport, Area visible) {
    scene
        .layout()
        .boxesIn(visible)
        .forEach(index -> {
          Box box = scene.layout().diagram().box(index);
          Rectangle place = place(scene.layout().area(index), viewport);
          if (viewport.scale() < SPOT_BELOW) {
            spot(gc, scene, box, place);
          } else {
            whole(gc, scene, box, new Place(place, viewport.scale()));
          }
        });
  }

  public static Rectangle place(Area area, Viewport viewport) {
    int left = (int) Math.round(viewport.toScreenX(area.x()));
    int top = (int) Math.round(viewport.toScreenY(area.y()));
    int right = (int) Math.round(viewport.toScreenX(area.right()));
    int bottom = (int) Math.round(viewport.toScreenY(area.bottom()));
    return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private void spot(GC gc, Scene scene, Box box, Rectangle place) {
    boolean marked = scene.isSelected(box) || scene.found().contains(box.id());
    gc.setBackground(GraphPalette.color(marked ? palette.accent() : palette.head(box.kind())));
    gc.fillRectangle(place);
    if (marked) {
      gc.fillRectangle(place.x - 2, place.y - 2, place.width + 4, place.height + 4);
    }
  }

  /** Where a box stands on the screen, and at what scale. */
  private record Place(Rectangle area, double scale) {
    int points(double units) {
      return (int) Math.round(units * scale);
    }

    int arc() {
      return points(8);
    }
  }

  private void whole(GC gc, Scene scene, Box box, Place place) {
    Rectangle area = place.area();
    if (box.mark() instanceof Mark.Folded) {
      stack(gc, place);
    }
    boolean found = scene.found().contains(box.id());
    gc.setBackground(GraphPalette.color(found ? palette.found() : palette.box()));
    gc.fillRoundRectangle(area.x, area.y, area.width, area.height, place.arc(), place.arc());
    head(gc, box, place);
    text(gc, box, place);
    border(gc, scene.isSelected(box), place);
  }

  private void head(GC gc, Box box, Place place) {
    Rectangle area = place.area();
    int height = Math.min(area.height, place.points(metrics.headHeight()));
    gc.setBackground(GraphPalette.color(palette.head(box.kind())));
    gc.fillRoundRectangle(area.x, area.y, area.width, height, place.arc(), place.arc());
    if (height < area.height) {
      int square = Math.min(place.arc(), height);
      gc.fillRectangle(area.x, area.y + height - square, area.width, square);
    }
  }

  /** Two more edges behind the box say that it is several. */
  private void stack(GC gc, Place place) {
    Rectangle area = place.area();
    int arc = place.arc();
    gc.setForeground(GraphPalette.color(palette.border()));
    gc.setBackground(GraphPalette.color(palette.box()));
    for (int i = 2; i > 0; i--) {
      int shift = place.points(3 * i);
      gc.fillRoundRectangle(area.x + shift, area.y + shift, area.width, area.height, arc, arc);
      gc.drawRoundRectangle(
          area.x + shift, area.y + shift, area.width - 1, area.height - 1, arc, arc);
    }
  }

  private void text(GC gc, Box box, Place place) {
    int left = place.area().x + place.points(BoxMetrics.PADDING);
    int top = place.area().y + place.points(4);
    gc.setForeground(GraphPalette.color(palette.headText()));
    gc.setFont(fonts.bold(place.scale()));
    gc.drawText(BoxMetrics.shortened(box.title()), left, top, SWT.DRAW_TRANSPARENT);
    gc.setFont(fonts.plain(place.scale()));
    badge(gc, box, place.area(), top);
    gc.setForeground(GraphPalette.color(palette.text()));
    int y = place.area().y + place.points(metrics.headHeight() + BoxMetrics.PADDING / 2);
    for (String text : box.lines()) {
      gc.drawText(BoxMetrics.shortened(text), left, y, SWT.DRAW_TRANSPARENT);
      y += place.points(metrics.lineHeight());
    }
  }

  private static void badge(GC gc, Box box, Rectangle area, int top) {
    String text =
        switch (box.mark()) {
          case Mark.Plain plain -> "";
          case Mark.Folded folded -> "× " + folded.repeats();
          case Mark.Unfolded unfolded -> "−";
        };
    int width = gc.textExtent(text).x;
    gc.drawText(text, area.x + area.width - width - 8, top, SWT.DRAW_TRANSPARENT);
  }

  private void border(GC gc, boolean selected, Place place) {
    Rectangle area = place.area();
    gc.setForeground(GraphPalette.color(selected ? palette.accent() : palette.border()));
    gc.setLineWidth(selected ? 3 : 1);
    gc.drawRoundRectangle(
        area.x, area.y, area.width - 1, area.height - 1, place.arc(), place.arc());
    gc.setLineWidth(1);
  }
}
