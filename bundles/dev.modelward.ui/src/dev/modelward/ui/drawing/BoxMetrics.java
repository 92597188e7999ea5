// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.BoxSizes;
import dev.modelward.ui.diagram.Extent;
import dev.modelward.ui.diagram.Mark;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** The sizes inside a box, measured once with the font in which it will be drawn. */
public record BoxMetrics(double charWidth, double lineHeight) implements BoxSizes {
  public static final double PADDING = 8;
  public static final double BADGE = 34;
  private static final int LONGEST_LINE = 34;

  public static BoxMetrics of(Control control) {
    GC gc = new GC(control);
    try {
      FontMetrics metrics = gc.getFontMetrics();
      return new BoxMetrics(metrics.getAverageCharacterWidth() * 1.12, metrics.getHeight());
    } finally {
      gc.dispose();
    }
  }

  public double headHeight() {
    return lineHeight + 8;
  }

  @Override
  public Extent of(Box box) {
    int longest = Math.min(LONGEST_LINE, box.title().length() + 1);
    for (String line : box.lines()) {
      longest = Math.max(longest, Math.min(LONGEST_LINE, line.length()));
    }
    double badge = box.mark() instanceof Mark.Plain ? 0 : BADGE;
    double body = box.lines().isEmpty() ? 0 : box.lines().size() * lineHeight + PADDING;
    return new Extent(Math.max(72, longest * charWidth + 2 * PADDING + badge), headHeight() + body);
  }

  /** A text as far as it fits a line. */
  public static String shortened(String text) {
    return text.length() <= LONGEST_LINE
        ? text
        : text.substring(0, LONGEST_LINE / 2 - 1)
            + "…"
            + text.substring(text.length() - LONGEST_LINE / 2);
  }
}
