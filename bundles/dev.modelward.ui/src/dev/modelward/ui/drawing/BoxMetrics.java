// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.BoxSizes;
import dev.modelward.ui.diagram.Extent;
import dev.modelward.ui.diagram.Mark;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/**
 * The sizes inside a box, measured once with the fonts in which it will be drawn.
 *
 * @param titles the letters of the head
 * @param texts the letters of the lines below it
 * @param lineHeight the height of a line
 */
public record BoxMetrics(LetterWidths titles, LetterWidths texts, double lineHeight)
    implements BoxSizes {
  public static final double PADDING = 8;
  public static final double BADGE = 38;
  private static final double NARROWEST = 72;
  private static final int LONGEST_LINE = 40;

  public static BoxMetrics of(Control control) {
    GC gc = new GC(control);
    try (ScaledFonts fonts = new ScaledFonts(control.getFont())) {
      LetterWidths titles = new LetterWidths(gc, fonts.bold(1));
      LetterWidths texts = new LetterWidths(gc, fonts.plain(1));
      return new BoxMetrics(titles, texts, gc.getFontMetrics().getHeight());
    } finally {
      gc.dispose();
    }
  }

  public double headHeight() {
    return lineHeight + 8;
  }

  @Override
  public Extent of(Box box) {
    double badge = box.mark() instanceof Mark.Plain ? 0 : BADGE;
    double widest = titles.of(shortened(box.title())) + badge;
    for (String line : box.lines()) {
      widest = Math.max(widest, texts.of(shortened(line)));
    }
    double body = box.lines().isEmpty() ? 0 : box.lines().size() * lineHeight + PADDING;
    // an even width has its middle on a pixel, where straight edges are sharp
    double width = 2 * Math.ceil((widest + 2 * PADDING + 2) / 2);
    return new Extent(Math.max(NARROWEST, width), headHeight() + body);
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
