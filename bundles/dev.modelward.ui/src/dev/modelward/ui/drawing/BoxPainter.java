// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Mark;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
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
        .forEach(
            index -> {
              Box box = scene.layout().diagram().box(index);
              Rectangle place = place(scene.layout().area(index), viewport);
              if (viewport.scale() < SPOT_BELOW) {
                spot(gc, scene, box, place);
              } else {
                whole(gc, scene, box, place, viewport.scale());
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

  private void whole(GC gc, Scene scene, Box box, Rectangle place, double scale) {
    int arc = (int) Math.round(8 * scale);
    int head = Math.min(place.height, (int) Math.round(metrics.headHeight() * scale));
    if (box.mark() instanceof Mark.Folded) {
      stack(gc, place, arc, scale);
    }
    boolean found = scene.found().contains(box.id());
    gc.setBackground(GraphPalette.color(found ? palette.found() : palette.box()));
    gc.fillRoundRectangle(place.x, place.y, place.width, place.height, arc, arc);
    head(gc, box, new Rectangle(place.x, place.y, place.width, head), place, arc);
    text(gc, box, place, scale);
    border(gc, scene.isSelected(box), place, arc);
  }

  private void head(GC gc, Box box, Rectangle head, Rectangle place, int arc) {
    gc.setBackground(GraphPalette.color(palette.head(box.kind())));
    gc.fillRoundRectangle(head.x, head.y, head.width, head.height, arc, arc);
    if (head.height < place.height) {
      int square = Math.min(arc, head.height);
      gc.fillRectangle(head.x, head.y + head.height - square, head.width, square);
    }
  }

  /** Two more edges behind the box say that it is several. */
  private void stack(GC gc, Rectangle place, int arc, double scale) {
    gc.setForeground(GraphPalette.color(palette.border()));
    gc.setBackground(GraphPalette.color(palette.box()));
    for (int i = 2; i > 0; i--) {
      int shift = (int) Math.round(3 * i * scale);
      gc.fillRoundRectangle(place.x + shift, place.y + shift, place.width, place.height, arc, arc);
      gc.drawRoundRectangle(
          place.x + shift, place.y + shift, place.width - 1, place.height - 1, arc, arc);
    }
  }

  private void text(GC gc, Box box, Rectangle place, double scale) {
    int pad = (int) Math.round(BoxMetrics.PADDING * scale);
    int line = (int) Math.round(metrics.lineHeight() * scale);
    Font plain = fonts.plain(scale);
    gc.setForeground(GraphPalette.color(palette.headText()));
    gc.setFont(fonts.bold(scale));
    int top = place.y + (int) Math.round(4 * scale);
    gc.drawText(BoxMetrics.shortened(box.title()), place.x + pad, top, SWT.DRAW_TRANSPARENT);
    gc.setFont(plain);
    badge(gc, box, place, top);
    gc.setForeground(GraphPalette.color(palette.text()));
    int y = place.y + (int) Math.round((metrics.headHeight() + BoxMetrics.PADDING / 2) * scale);
    for (String text : box.lines()) {
      gc.drawText(BoxMetrics.shortened(text), place.x + pad, y, SWT.DRAW_TRANSPARENT);
      y += line;
    }
  }

  private static void badge(GC gc, Box box, Rectangle place, int top) {
    String text =
        switch (box.mark()) {
          case Mark.Plain plain -> "";
          case Mark.Folded folded -> "× " + folded.repeats();
          case Mark.Unfolded unfolded -> "−";
        };
    int width = gc.textExtent(text).x;
    gc.drawText(text, place.x + place.width - width - 8, top, SWT.DRAW_TRANSPARENT);
  }

  private void border(GC gc, boolean selected, Rectangle place, int arc) {
    gc.setForeground(GraphPalette.color(selected ? palette.accent() : palette.border()));
    gc.setLineWidth(selected ? 3 : 1);
    gc.drawRoundRectangle(place.x, place.y, place.width - 1, place.height - 1, arc, arc);
    gc.setLineWidth(1);
  }
}
