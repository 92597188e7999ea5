// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Box;
import java.util.List;

/** What the card says that appears beside a box under the pointer. */
@FunctionalInterface
public interface HoverText {

  /** The lines, of which the first stands out; none for no card. */
  List<String> lines(Box box);
}
