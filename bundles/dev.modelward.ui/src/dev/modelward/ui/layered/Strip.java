// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Extent;
import java.util.List;

/**
 * A part of a diagram that is laid out by itself, told by sizes and positions in a list only: equal
 * strips have equal layouts.
 *
 * @param sizes the sizes of the boxes
 * @param arcs the edges between them
 * @param head whether the first box is where the strip above ends
 * @param foot whether the last box is where the strip below begins
 */
record Strip(List<Extent> sizes, List<Arc> arcs, boolean head, boolean foot) {

  /** An edge from one position to another. */
  record Arc(int from, int to) {}

  Strip {
    sizes = List.copyOf(sizes);
    arcs = List.copyOf(arcs);
  }
}
