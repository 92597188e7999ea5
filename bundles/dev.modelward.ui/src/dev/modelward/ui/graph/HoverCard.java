// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.drawing.GraphPalette;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** The card beside a box under the pointer. */
final class HoverCard {
  private static final int OFFSET = 14;

  private final GraphCanvas canvas;
  private HoverText text = box -> List.of();
  private Optional<Shell> shell = Optional.empty();
  private Optional<Box> shown = Optional.empty();

  HoverCard(GraphCanvas canvas) {
    this.canvas = canvas;
    canvas.addDisposeListener(event -> hide());
  }

  void say(HoverText other) {
    text = other;
  }

  void show(Box box, int x, int y) {
    List<String> lines = text.lines(box);
    hide();
    if (lines.isEmpty()) {
      return;
    }
    Shell card = new Shell(canvas.getShell(), SWT.TOOL | SWT.ON_TOP | SWT.NO_FOCUS);
    fill(card, lines);
    card.pack();
    card.setLocation(place(card.getSize(), canvas.toDisplay(x + OFFSET, y + OFFSET)));
    card.setVisible(true);
    shell = Optional.of(card);
    shown = Optional.of(box);
  }

  /** Goes when the pointer is no longer over the box. */
  void leave(int x, int y) {
    if (shown.isPresent() && !shown.equals(canvas.boxAt(x, y))) {
      hide();
    }
  }

  void hide() {
    shell.filter(card -> !card.isDisposed()).ifPresent(Shell::dispose);
    shell = Optional.empty();
    shown = Optional.empty();
  }

  private void fill(Shell card, List<String> lines) {
    GridLayout grid = new GridLayout();
    grid.marginWidth = 10;
    grid.marginHeight = 8;
    grid.verticalSpacing = 2;
    card.setLayout(grid);
    Color background = GraphPalette.color(canvas.colours().box());
    card.setBackground(background);
    for (int i = 0; i < lines.size(); i++) {
      Label label = new Label(card, SWT.NONE);
      label.setText(lines.get(i).replace("&", "&&"));
      label.setBackground(background);
      label.setForeground(GraphPalette.color(canvas.colours().text()));
      if (i == 0) {
        label.setFont(bold(label));
      }
    }
  }

  private static Font bold(Label label) {
    FontData data = label.getFont().getFontData()[0];
    Font bold = new Font(label.getDisplay(), data.getName(), data.getHeight(), SWT.BOLD);
    label.addDisposeListener(event -> bold.dispose());
    return bold;
  }

  private Point place(Point size, Point wanted) {
    Rectangle screen = canvas.getMonitor().getClientArea();
    int x = Math.min(wanted.x, screen.x + screen.width - size.x);
    int y =
        wanted.y + size.y > screen.y + screen.height ? wanted.y - size.y - 2 * OFFSET : wanted.y;
    return new Point(Math.max(screen.x, x), Math.max(screen.y, y));
  }
}
