// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Diagram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which fold lies in which. */
final class Nest {

  private final Diagram diagram;
  private final List<Item> items;
  private final Map<String, Item.Fold> folds = new LinkedHashMap<>();
  private final Map<String, String> around = new HashMap<>();

  Nest(Diagram diagram, List<Item> items) {
    this.diagram = diagram;
    this.items = items;
    items.forEach(this::enter);
  }

  /** The outermost items. */
  List<Item> items() {
    return items;
  }

  /** The ids of all folds. */
  Set<String> folds() {
    return folds.keySet();
  }

  boolean isFold(String id) {
    return folds.containsKey(id);
  }

  /** The innermost fold around a box or a fold. */
  Optional<String> around(String id) {
    return Optional.ofNullable(around.get(id));
  }

  /** All folds around a box or a fold, the outermost first. */
  List<String> allAround(String id) {
    List<String> all = new ArrayList<>();
    for (Optional<String> fold = around(id); fold.isPresent(); fold = around(fold.get())) {
      all.add(fold.get());
    }
    Collections.reverse(all);
    return all;
  }

  /** The ids of the boxes of the diagram that a fold or box is made of. */
  List<String> members(String id) {
    if (!folds.containsKey(id)) {
      return diagram.indexOf(id).isPresent() ? List.of(id) : List.of();
    }
    Item.Fold fold = Objects.requireNonNull(folds.get(id));
    return fold.boxes().mapToObj(box -> diagram.box(box).id()).toList();
  }

  private void enter(Item item) {
    if (item instanceof Item.Fold fold) {
      folds.put(fold.id(), fold);
      for (Item inner : fold.items()) {
        around.put(id(inner), fold.id());
        enter(inner);
      }
    }
  }

  private String id(Item item) {
    return switch (item) {
      case Item.Leaf leaf -> diagram.box(leaf.box()).id();
      case Item.Fold fold -> fold.id();
    };
  }
}
