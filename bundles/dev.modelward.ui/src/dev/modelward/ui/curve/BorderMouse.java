// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** What the mouse does with borders: it takes one and drags it along. */
final class BorderMouse {
  private final CurveCanvas canvas;
  private boolean isDragging;

  BorderMouse(CurveCanvas canvas) {
    this.canvas = canvas;
  }

  void listen() {
    canvas.addListener(SWT.MouseDown, this::down);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, event -> isDragging = false);
  }

  private void down(Event event) {
    canvas.setFocus();
    OptionalInt near = canvas.near(event.x);
    if (event.button == 1 && near.isPresent()) {
      canvas.choose(near.getAsInt());
      isDragging = true;
    }
  }

  private void move(Event event) {
    if (isDragging) {
      canvas.share(event.x).ifPresent(canvas::move);
    } else {
      int cursor = canvas.near(event.x).isPresent() ? SWT.CURSOR_SIZEWE : SWT.CURSOR_ARROW;
      canvas.setCursor(canvas.getDisplay().getSystemCursor(cursor));
    }
  }
}
