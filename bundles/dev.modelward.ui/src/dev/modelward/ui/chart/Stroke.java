// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.chart;

import org.eclipse.swt.graphics.RGB;

/** How a line is drawn. */
public record Stroke(RGB color, int width, Dash dash) {

  /** Whether a line has gaps. */
  public enum Dash {
    /** It has none. */
    SOLID,
    /** It has some. */
    DASHED
  }

  /** A line without gaps. */
  public static Stroke solid(RGB color, int width) {
    return new Stroke(color, width, Dash.SOLID);
  }

  /** A line with gaps. */
  public static Stroke dashed(RGB color, int width) {
    return new Stroke(color, width, Dash.DASHED);
  }
}
