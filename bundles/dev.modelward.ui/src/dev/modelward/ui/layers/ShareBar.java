// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.NodeRow;
import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;

/** A line under a share, as long as the share is great. */
record ShareBar(NodeTable table) {
  private static final int HEIGHT = 3;
  private static final int MARGIN = 6;

  void handle(Event event) {
    if (event.index == Column.SHARE.ordinal()) {
      table.row(event).ifPresent(row -> paint(event, row));
    }
  }

  private void paint(Event event, NodeRow row) {
    int space = table.control().getColumn(event.index).getWidth() - 2 * MARGIN;
    int length = (int) Math.round(space * row.burden().share());
    if (length > 0) {
      GC gc = event.gc;
      gc.setBackground(ThemeColor.SHARE_BAR.color());
      gc.fillRectangle(
          event.x + MARGIN + space - length, event.y + event.height - HEIGHT, length, HEIGHT);
    }
  }
}
