// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.drawing.Viewport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.ScrollBar;

/** The scroll bars of a graph: they follow the viewport, and the viewport follows them. */
final class GraphBars {
  private final GraphCanvas canvas;
  private Area scrolled = new Area(0, 0, 1, 1);

  GraphBars(GraphCanvas canvas) {
    this.canvas = canvas;
    canvas.getHorizontalBar().addListener(SWT.Selection, event -> scroll());
    canvas.getVerticalBar().addListener(SWT.Selection, event -> scroll());
  }

  void update(Area bounds, Viewport viewport) {
    Point size = canvas.size();
    Area seen = viewport.visible(size.x, size.y);
    scrolled = bounds.grown(40 / viewport.scale()).with(seen);
    double scale = viewport.scale();
    set(
        canvas.getHorizontalBar(),
        (seen.x() - scrolled.x()) * scale,
        scrolled.width() * scale,
        size.x);
    set(
        canvas.getVerticalBar(),
        (seen.y() - scrolled.y()) * scale,
        scrolled.height() * scale,
        size.y);
  }

  private static void set(ScrollBar bar, double at, double all, int seen) {
    int whole = (int) Math.min(Integer.MAX_VALUE / 2, Math.ceil(all));
    boolean needed = whole > seen + 1;
    bar.setEnabled(needed);
    int thumb = Math.max(1, Math.min(whole, seen));
    bar.setValues((int) at, 0, Math.max(1, whole), thumb, Math.max(1, seen / 10), thumb);
  }

  private void scroll() {
    Viewport viewport = canvas.viewport();
    double x = scrolled.x() + canvas.getHorizontalBar().getSelection() / viewport.scale();
    double y = scrolled.y() + canvas.getVerticalBar().getSelection() / viewport.scale();
    canvas.look(new Viewport(viewport.scale(), x, y));
  }
}
