// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;

/** How wide the letters of a font are; measured once, then to be asked from any thread. */
final class LetterWidths {
  private static final int FIRST = 32;
  private static final int LAST = 255;

  /** So many at once, for a single width is rounded. */
  private static final int TOGETHER = 10;

  private static final String WIDE = "\u4e2d";

  private final double[] widths = new double[LAST - FIRST + 1];
  private final double other;

  LetterWidths(GC gc, Font font) {
    gc.setFont(font);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(gc, String.valueOf((char) (FIRST + i)));
    }
    other = width(gc, WIDE);
  }

  double of(String text) {
    return text.chars().mapToDouble(this::of).sum();
  }

  private double of(int letter) {
    return letter >= FIRST && letter <= LAST ? widths[letter - FIRST] : other;
  }

  private static double width(GC gc, String letter) {
    return gc.stringExtent(letter.repeat(TOGETHER)).x / (double) TOGETHER;
  }
}
