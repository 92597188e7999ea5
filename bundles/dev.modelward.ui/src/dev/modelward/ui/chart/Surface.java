// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.chart;

import dev.modelward.ui.diagram.Area;
import org.eclipse.swt.graphics.RGB;

/** Something that can be drawn on. */
public interface Surface {

  /** Fills an area. */
  void fill(RGB color, Area area);

  /** Draws a line through points, of which first the x and then the y is given. */
  void line(Stroke stroke, double... points);

  /** Fills a circle that fits into an area. */
  void dot(RGB color, Area area);

  /** Writes a text. */
  void write(RGB color, Caption caption);

  /** How wide a text will be. */
  double width(String text);

  /** How high a line of text is. */
  double lineHeight();
}
