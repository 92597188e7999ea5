// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.sheet;

import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;

/** Something that can be drawn into an area of any surface. */
@FunctionalInterface
public interface Drawable {
  /** Draws it. */
  void draw(Surface surface, Area area);
}
