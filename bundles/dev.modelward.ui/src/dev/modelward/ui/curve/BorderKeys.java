// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import dev.modelward.ui.heat.Borders;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** What the keyboard does with borders: up and down choose one, left and right move it. */
final class BorderKeys {
  private static final double STEP = 0.0001;
  private static final double STRIDE = 0.001;

  private final CurveCanvas canvas;

  BorderKeys(CurveCanvas canvas) {
    this.canvas = canvas;
  }

  void listen() {
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.Traverse, event -> event.doit = isLeaving(event.detail));
  }

  /** Tab leaves the curve, as it leaves every other widget. */
  private static boolean isLeaving(int detail) {
    return detail == SWT.TRAVERSE_TAB_NEXT
        || detail == SWT.TRAVERSE_TAB_PREVIOUS
        || detail == SWT.TRAVERSE_PAGE_NEXT
        || detail == SWT.TRAVERSE_PAGE_PREVIOUS;
  }

  private void key(Event event) {
    double step = (event.stateMask & SWT.MOD2) == 0 ? STEP : STRIDE;
    switch (event.keyCode) {
      case SWT.ARROW_LEFT -> move(-step);
      case SWT.ARROW_RIGHT -> move(step);
      case SWT.ARROW_UP -> canvas.choose(canvas.chosen() - 1);
      case SWT.ARROW_DOWN -> canvas.choose(canvas.chosen() + 1);
      case SWT.HOME -> canvas.choose(0);
      case SWT.END -> canvas.choose(Borders.MOST);
      default -> {}
    }
  }

  private void move(double by) {
    canvas
        .view()
        .map(now -> now.division().borders().shares().get(now.border()))
        .ifPresent(share -> canvas.move(Math.rint((share + by) * 1e6) / 1e6));
  }
}
