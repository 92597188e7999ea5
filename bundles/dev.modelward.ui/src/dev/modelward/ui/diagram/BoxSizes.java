// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

/** How large a box has to be drawn; asked from the thread that does the layout. */
@FunctionalInterface
public interface BoxSizes {

  /** The size of a box. */
  Extent of(Box box);
}
