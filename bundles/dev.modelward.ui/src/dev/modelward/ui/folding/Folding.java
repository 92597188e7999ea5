// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Diagram;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A diagram in which repeated blocks are folded into one box each, but for those unfolded. */
public final class Folding {

  private final Diagram diagram;
  private final Nest nest;
  private final Set<String> open;
  private final View view;

  private Folding(Diagram diagram, Nest nest, Set<String> open) {
    this.diagram = diagram;
    this.nest = nest;
    this.open = Set.copyOf(open);
    view = new View(diagram, nest.items(), this.open);
  }

  /** A diagram with all repeated blocks folded. */
  public static Folding of(Diagram diagram) {
    return new Folding(diagram, new Nest(diagram, Blocks.of(diagram)), Set.of());
  }

  /** What is to be seen: each box of the whole diagram is in exactly one of these boxes. */
  public Diagram visible() {
    return view.visible();
  }

  /** The whole diagram. */
  public Diagram whole() {
    return diagram;
  }

  /**
   * Unfolds a box that stands for others, or folds what is unfolded around any other box; the same
   * folding if there is nothing to do.
   */
  public Folding toggle(String boxId) {
    if (nest.isFold(boxId) && !open.contains(boxId)) {
      return with(folds -> add(folds, boxId));
    }
    return nest.around(boxId).map(fold -> with(folds -> remove(folds, fold))).orElse(this);
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
    folds.addAll(nest.allAround(id));
    return new Folding(diagram, nest, folds);
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

  private Folding with(UnaryOperator<Set<String>> change) {
    return new Folding(diagram, nest, change.apply(new HashSet<>(open)));
  }

  private static Set<String> add(Set<String> folds, String fold) {
    folds.add(fold);
    return folds;
  }

  private static Set<String> remove(Set<String> folds, String fold) {
    folds.remove(fold);
    return folds;
  }
}
