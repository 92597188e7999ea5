// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Layout;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** What the keyboard does in a graph: arrows go from box to box along the edges. */
final class Keys {
  private final GraphCanvas canvas;

  Keys(GraphCanvas canvas) {
    this.canvas = canvas;
  }

  void listen() {
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.Traverse, event -> event.doit = isLeaving(event.detail));
  }

  /** Tab leaves the graph, as it leaves every other widget. */
  private static boolean isLeaving(int detail) {
    return detail == SWT.TRAVERSE_TAB_NEXT
        || detail == SWT.TRAVERSE_TAB_PREVIOUS
        || detail == SWT.TRAVERSE_PAGE_NEXT
        || detail == SWT.TRAVERSE_PAGE_PREVIOUS;
  }

  private void key(Event event) {
    boolean scrolls = (event.stateMask & SWT.MOD1) != 0;
    switch (event.keyCode) {
      case SWT.ARROW_UP -> arrow(scrolls, 0, -1);
      case SWT.ARROW_DOWN -> arrow(scrolls, 0, 1);
      case SWT.ARROW_LEFT -> arrow(scrolls, -1, 0);
      case SWT.ARROW_RIGHT -> arrow(scrolls, 1, 0);
      case SWT.PAGE_UP -> page(-1);
      case SWT.PAGE_DOWN -> page(1);
      case SWT.HOME -> go(0);
      case SWT.END -> go(layout().diagram().boxes().size() - 1);
      case SWT.CR, SWT.KEYPAD_CR -> canvas.selection().ifPresent(b -> Gestures.open(canvas, b));
      case SWT.ESC -> canvas.choose(Optional.empty());
      case '+', '=', SWT.KEYPAD_ADD -> canvas.zoomIn();
      case '-', SWT.KEYPAD_SUBTRACT -> canvas.zoomOut();
      case '0', SWT.KEYPAD_0 -> canvas.zoomToFit();
      case '1', SWT.KEYPAD_1 -> canvas.zoomTo(1);
      default -> {}
    }
  }

  private Layout layout() {
    return canvas.scene().layout();
  }

  private void arrow(boolean scrolls, int across, int down) {
    if (scrolls) {
      canvas.look(canvas.viewport().scrolled(40.0 * across, 40.0 * down));
      return;
    }
    OptionalInt selected = selected();
    if (selected.isEmpty()) {
      go(0);
    } else {
      next(selected.getAsInt(), across, down).ifPresent(this::go);
    }
  }

  private OptionalInt selected() {
    return canvas
        .selection()
        .map(Box::id)
        .map(layout().diagram()::indexOf)
        .orElse(OptionalInt.empty());
  }

  /** Up and down follow edges; left and right go to the nearest box on the same height. */
  private OptionalInt next(int box, int across, int down) {
    Diagram diagram = layout().diagram();
    if (across == 0) {
      return nearest(box, down > 0 ? diagram.after(box) : diagram.before(box));
    }
    Area from = layout().area(box);
    Area row = new Area(layout().bounds().x(), from.y(), layout().bounds().width(), from.height());
    return nearest(
        box,
        layout()
            .boxesIn(row)
            .filter(other -> across * (layout().area(other).centerX() - from.centerX()) > 1));
  }

  private OptionalInt nearest(int box, IntStream others) {
    Area from = layout().area(box);
    return others
        .boxed()
        .min((a, b) -> Double.compare(distance(from, a), distance(from, b)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private double distance(Area from, int box) {
    return Math.abs(layout().area(box).centerX() - from.centerX());
  }

  private void page(int down) {
    Point size = canvas.size();
    canvas.look(canvas.viewport().scrolled(0, down * size.y * 0.9));
  }

  private void go(int box) {
    if (box >= 0 && box < layout().diagram().boxes().size()) {
      Box target = layout().diagram().box(box);
      canvas.choose(Optional.of(target));
      canvas.reveal(target.id());
    }
  }
}
