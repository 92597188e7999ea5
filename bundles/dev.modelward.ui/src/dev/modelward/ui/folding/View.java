// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Edge;
import dev.modelward.ui.diagram.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The boxes and edges that are to be seen while some folds are open. */
final class View {

  /** How many titles of a block are named. */
  private static final int TITLES = 3;

  /** Two boxes that at least one edge joins. */
  private record Pair(int from, int to) {}

  private final Diagram diagram;
  private final Set<String> open;
  private final List<Box> boxes = new ArrayList<>();
  private final int[] shown;

  View(Diagram diagram, List<Item> items, Set<String> open) {
    this.diagram = diagram;
    this.open = open;
    shown = new int[diagram.boxes().size()];
    items.forEach(this::show);
  }

  Diagram visible() {
    Map<Pair, Edge> edges = new LinkedHashMap<>();
    for (int i = 0; i < diagram.edges().size(); i++) {
      Pair pair = new Pair(shown[diagram.from(i)], shown[diagram.to(i)]);
      if (pair.from() != pair.to()) {
        String label = diagram.edges().get(i).label();
        Edge edge = new Edge(boxes.get(pair.from()).id(), boxes.get(pair.to()).id(), label);
        edges.merge(pair, edge, View::merged);
      }
    }
    return new Diagram(boxes, List.copyOf(edges.values()));
  }

  private void show(Item item) {
    switch (item) {
      case Item.Leaf leaf -> {
        shown[leaf.box()] = boxes.size();
        boxes.add(diagram.box(leaf.box()));
      }
      case Item.Fold fold -> show(fold);
    }
  }

  private void show(Item.Fold fold) {
    int place = boxes.size();
    if (open.contains(fold.id())) {
      fold.items().forEach(this::show);
      Box first = boxes.get(place);
      if (first.mark() instanceof Mark.Plain) {
        boxes.set(place, first.with(new Mark.Unfolded(fold.repeats())));
      }
    } else {
      fold.boxes().forEach(box -> shown[box] = place);
      boxes.add(box(fold));
    }
  }

  private Box box(Item.Fold fold) {
    List<String> titles =
        fold.boxes()
            .filter(box -> diagram.incoming(box).findAny().isPresent())
            .mapToObj(box -> diagram.box(box).title())
            .distinct()
            .toList();
    String title = String.join(" · ", titles.subList(0, Math.min(TITLES, titles.size())));
    if (titles.size() > TITLES) {
      title += " · …";
    }
    List<String> lines = fold.caption().isEmpty() ? List.of() : List.of(fold.caption());
    Mark mark = new Mark.Folded(fold.repeats(), (int) fold.boxes().count());
    return new Box(fold.id(), title, lines, kind(fold), mark);
  }

  /** A fold looks like the first box in it that is fed, for constants say little. */
  private String kind(Item.Fold fold) {
    return fold.boxes()
        .filter(box -> diagram.incoming(box).findAny().isPresent())
        .mapToObj(box -> diagram.box(box).kind())
        .findFirst()
        .orElse("");
  }

  private static Edge merged(Edge one, Edge other) {
    boolean same = one.label().equals(other.label());
    return same ? one : new Edge(one.from(), one.to(), "");
  }
}
