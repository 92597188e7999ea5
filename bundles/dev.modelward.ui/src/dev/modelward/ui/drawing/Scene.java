// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Layout;
import java.util.Optional;
import java.util.Set;

/** What is drawn: a layout, the box that is selected, and the boxes that were found. */
public record Scene(Layout layout, Optional<Box> selected, Set<String> found) {
  public static final Scene EMPTY = new Scene(Layout.empty(), Optional.empty(), Set.of());

  public Scene {
    found = Set.copyOf(found);
  }

  public Scene select(Optional<Box> box) {
    return new Scene(layout, box, found);
  }

  public Scene find(Set<String> ids) {
    return new Scene(layout, selected, ids);
  }

  /** The same of another layout; what is no longer there is no longer selected. */
  public Scene show(Layout other) {
    Optional<Box> kept = selected.filter(box -> other.diagram().indexOf(box.id()).isPresent());
    return new Scene(other, kept, found);
  }

  public boolean isSelected(Box box) {
    return selected.filter(found -> found.id().equals(box.id())).isPresent();
  }

  /** Whether an edge begins or ends at the selected box. */
  public boolean touchesSelection(int edge) {
    return selected
        .filter(box -> {
          String id = box.id();
          return layout.diagram().edges().get(edge).from().equals(id)
              || layout.diagram().edges().get(edge).to().equals(id);
        })
        .isPresent();
  }
}
