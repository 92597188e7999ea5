// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Mark;
import dev.modelward.ui.drawing.Minimap;
import dev.modelward.ui.drawing.Viewport;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** What pointer and wheel do in a graph; {@link Keys} does what the keyboard does. */
final class Gestures {
  private static final int WHEEL_STEP = 40;
  private static final double WHEEL_ZOOM = 1.15;
  private static final int DRAG_FROM = 4;

  private final GraphCanvas canvas;
  private Optional<Point> pressed = Optional.empty();
  private Viewport before = new Viewport(1, 0, 0);
  private boolean isDragging;
  private boolean isOnMinimap;

  Gestures(GraphCanvas canvas) {
    this.canvas = canvas;
  }

  void listen() {
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.MouseHorizontalWheel, event -> scroll(event, -event.count, 0));
    canvas.addListener(SWT.MouseDown, this::press);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, event -> release());
    canvas.addListener(SWT.MouseDoubleClick, this::open);
    canvas.addListener(SWT.MouseHover, event -> hover(event.x, event.y));
    canvas.addListener(SWT.MouseExit, event -> canvas.hover().hide());
    canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
    new Keys(canvas).listen();
  }

  private void wheel(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0) {
      double scale = canvas.viewport().scale() * Math.pow(WHEEL_ZOOM, Math.signum(event.count));
      canvas.look(canvas.viewport().zoomedAbout(event.x, event.y, scale));
      event.doit = false;
    } else if ((event.stateMask & SWT.SHIFT) != 0) {
      scroll(event, -event.count, 0);
    } else {
      scroll(event, 0, -event.count);
    }
  }

  private void scroll(Event event, int across, int down) {
    canvas.look(canvas.viewport().scrolled(across * WHEEL_STEP / 3.0, down * WHEEL_STEP / 3.0));
    event.doit = false;
  }

  private void press(Event event) {
    canvas.setFocus();
    canvas.hover().hide();
    if (event.button == 1 || event.button == 2) {
      pressed = Optional.of(new Point(event.x, event.y));
      before = canvas.viewport();
      isDragging = false;
      isOnMinimap = isOnMinimap(event);
    }
    if (isOnMinimap) {
      goTo(event);
    } else if (event.button != 2) {
      canvas.choose(canvas.boxAt(event.x, event.y));
    }
  }

  private boolean isOnMinimap(Event event) {
    Point size = canvas.size();
    return Minimap.isShown(canvas.scene().layout(), canvas.viewport(), size)
        && Minimap.place(canvas.scene().layout(), size).contains(event.x, event.y);
  }

  private void goTo(Event event) {
    Point at = new Point(event.x, event.y);
    canvas.look(Minimap.centred(canvas.scene().layout(), canvas.viewport(), at, canvas.size()));
  }

  private void move(Event event) {
    if (pressed.isEmpty()) {
      canvas.hover().leave(event.x, event.y);
    } else if (isOnMinimap) {
      goTo(event);
    } else {
      drag(event, pressed.get());
    }
  }

  private void drag(Event event, Point from) {
    int dx = from.x - event.x;
    int dy = from.y - event.y;
    isDragging |= Math.abs(dx) + Math.abs(dy) > DRAG_FROM;
    if (isDragging) {
      canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
      canvas.look(before.scrolled(dx, dy));
    }
  }

  private void release() {
    pressed = Optional.empty();
    isOnMinimap = false;
    canvas.setCursor(null);
  }

  private void open(Event event) {
    canvas.boxAt(event.x, event.y).ifPresent(box -> open(canvas, box));
  }

  /** A box that stands for several unfolds; any other opens. */
  static void open(GraphCanvas canvas, Box box) {
    if (box.mark() instanceof Mark.Plain) {
      canvas.tell(listener -> listener.opened(box));
    } else {
      canvas.tell(listener -> listener.toggled(box));
    }
  }

  private void hover(int x, int y) {
    canvas.boxAt(x, y).ifPresent(box -> canvas.hover().show(box, x, y));
  }
}
