// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Diagram;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A diagram in which repeated blocks are folded into one box each, but for those unfolded. */
public final class Folding {

  private final Diagram diagram;
  private final Nest nest;
  private final Set<String> open;
  private final Diagram visible;

  private Folding(Diagram diagram, Nest nest, Set<String> open) {
    this.diagram = diagram;
    this.nest = nest;
    this.open = Set.copyOf(open);
    visible = new View(diagram, nest.items(), this.open).visible();
  }

  /** A diagram with all repeated blocks folded. */
  public static Folding of(Diagram diagram) {
    return new Folding(diagram, new Nest(diagram, Blocks.of(diagram)), Set.of());
  }

  /** What is to be seen: each box of the whole diagram is in exactly one of these boxes. */
  public Diagram visible() {
    return visible;
  }

  /**
   * Unfolds a box that stands for others, or folds what is unfolded around any other box; the same
   * folding if there is nothing to do.
   */
  public Folding toggle(String boxId) {
    boolean folded = nest.isFold(boxId) && !open.contains(boxId);
    return (folded ? Optional.of(boxId) : nest.around(boxId)).map(this::turned).orElse(this);
  }

  /** This with nothing folded. */
  public Folding unfoldAll() {
    return new Folding(diagram, nest, nest.folds());
  }

  /** This with everything folded. */
  public Folding foldAll() {
    return new Folding(diagram, nest, Set.of());
  }

  /** This with all unfolded that hides a box of the whole diagram. */
  public Folding reveal(String id) {
    Set<String> folds = new HashSet<>(open);
    return folds.addAll(nest.allAround(id)) ? new Folding(diagram, nest, folds) : this;
  }

  /** The id of the visible box that is or stands for a box of the whole diagram. */
  public Optional<String> visibleBox(String id) {
    if (diagram.indexOf(id).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        nest.allAround(id).stream().filter(fold -> !open.contains(fold)).findFirst().orElse(id));
  }

  /** The ids of the boxes of the whole diagram that a visible box is or stands for. */
  public List<String> members(String boxId) {
    return nest.members(boxId);
  }

  private Folding turned(String fold) {
    Set<String> folds = new HashSet<>(open);
    if (!folds.remove(fold)) {
      folds.add(fold);
    }
    return new Folding(diagram, nest, folds);
  }
}
