// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Box;
import java.util.Optional;

/** Hears what a person does in a graph. */
public interface GraphListener {

  /** The box that is selected now, if one is. */
  void selected(Optional<Box> box);

  /** A box was opened, by a double click or the Enter key. */
  void opened(Box box);

  /** A box that stands for folded ones, or the first of an unfolded block, was asked to change. */
  void toggled(Box box);
}
