// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Edge;
import dev.modelward.ui.diagram.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The boxes and edges that are to be seen while some folds are open. */
final class View {

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
    int[] all = fold.boxes().toArray();
    List<Box> block = boxes(Arrays.stream(all, 0, all.length / fold.repeats()));
    List<Box> fed =
        boxes(
            Arrays.stream(all, 0, block.size())
                .filter(box -> diagram.incoming(box).findAny().isPresent()));
    // what nothing feeds are constants, which say little about a block
    List<Box> telling = fed.isEmpty() ? block : fed;
    return new Box(
        fold.id(),
        BlockTitle.of(telling.stream().map(Box::title).toList()),
        List.of(fold.caption()),
        telling.getFirst().kind(),
        new Mark.Folded(fold.repeats(), all.length));
  }

  private List<Box> boxes(IntStream indexes) {
    return indexes.mapToObj(diagram::box).toList();
  }

  private static Edge merged(Edge one, Edge other) {
    boolean same = one.label().equals(other.label());
    return same ? one : new Edge(one.from(), one.to(), "");
  }
}
