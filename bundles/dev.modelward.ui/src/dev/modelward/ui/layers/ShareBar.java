// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.NodeRow;
import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** A bar beside a share, as long as the share is great beside the greatest of all. */
record ShareBar(NodeTable table) {
  private static final int HEIGHT = 6;
  private static final int MARGIN = 10;
  private static final int ROOM_FOR_TEXT = 64;

  void handle(Event event) {
    if (event.index == Column.SHARE.ordinal()) {
      table.row(event).ifPresent(row -> paint(event, row));
    }
  }

  private void paint(Event event, NodeRow row) {
    int space = table.control().getColumn(event.index).getWidth() - MARGIN - ROOM_FOR_TEXT;
    double length = space * row.burden().share() / table.greatestShare();
    if (row.burden().isSome() && space > 0) {
      boolean selected = (event.detail & SWT.SELECTED) != 0;
      event.gc.setBackground(selected ? event.gc.getForeground() : ThemeColor.SHARE_BAR.color());
      event.gc.fillRectangle(
          event.x + MARGIN,
          event.y + (event.height - HEIGHT) / 2,
          Math.max(1, (int) Math.round(length)),
          HEIGHT);
    }
  }
}
