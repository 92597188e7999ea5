// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Edge;
import dev.modelward.ui.diagram.Mark;
import dev.modelward.ui.diagram.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A diagram whose repeated blocks are folded into one box each, or not. */
public final class Folding {
  private static final String FOLD = "fold:";

  private final Diagram whole;
  private final Order order;
  private final List<Run> runs;
  private final Set<Integer> open;
  private final Map<String, Integer> runOf = new HashMap<>();
  private final Diagram visible;

  private Folding(Diagram whole, Order order, List<Run> runs, Set<Integer> open) {
    this.whole = whole;
    this.order = order;
    this.runs = runs;
    this.open = open;
    for (int run = 0; run < runs.size(); run++) {
      int index = run;
      boxes(run).forEach(box -> runOf.put(box.id(), index));
      runOf.put(FOLD + index, index);
    }
    this.visible = fold();
  }

  /** All repeated blocks of a diagram, folded. */
  public static Folding of(Diagram diagram) {
    Order order = Order.of(diagram);
    return new Folding(diagram, order, new Repeats(diagram, order).find(), Set.of());
  }

  /** What is to be drawn. */
  public Diagram visible() {
    return visible;
  }

  /** The fold that a box stands for or lies in, folded if it was not, and the other way round. */
  public Folding toggle(String boxId) {
    Optional<Integer> run = run(boxId);
    if (run.isEmpty()) {
      return this;
    }
    Set<Integer> changed = new TreeSet<>(open);
    if (!changed.remove(run.get())) {
      changed.add(run.get());
    }
    return new Folding(whole, order, runs, changed);
  }

  /** Everything shown. */
  public Folding unfoldAll() {
    return new Folding(
        whole, order, runs, Set.copyOf(IntStream.range(0, runs.size()).boxed().toList()));
  }

  /** Every repeated block folded. */
  public Folding foldAll() {
    return new Folding(whole, order, runs, Set.of());
  }

  /** The same with the fold open that hides a box, if one does. */
  public Folding reveal(String originalId) {
    boolean hidden = run(originalId).filter(run -> !open.contains(run)).isPresent();
    return hidden ? toggle(originalId) : this;
  }

  /** The visible box that shows, or hides, a box of the whole diagram. */
  public Optional<String> visibleBox(String originalId) {
    return whole.indexOf(originalId).isPresent()
        ? Optional.of(shownAs(originalId))
        : Optional.empty();
  }

  /** The ids of the boxes of the whole diagram that a visible box stands for. */
  public List<String> members(String boxId) {
    return run(boxId)
        .filter(run -> boxId.equals(FOLD + run))
        .map(run -> boxes(run).stream().map(Box::id).toList())
        .orElse(List.of(boxId));
  }

  private Optional<Integer> run(String boxId) {
    return Optional.ofNullable(runOf.get(boxId));
  }

  private List<Box> boxes(int run) {
    Run found = runs.get(run);
    return IntStream.range(found.start(), found.end())
        .mapToObj(place -> whole.box(order.boxAt(place)))
        .toList();
  }

  private String shownAs(String id) {
    return run(id).filter(run -> !open.contains(run)).map(run -> FOLD + run).orElse(id);
  }

  private Diagram fold() {
    Map<String, Box> boxes = new LinkedHashMap<>();
    for (int place = 0; place < order.size(); place++) {
      Box box = whole.box(order.boxAt(place));
      String shown = shownAs(box.id());
      boxes.computeIfAbsent(shown, id -> shown.equals(box.id()) ? marked(box) : folded(id));
    }
    return new Diagram(new ArrayList<>(boxes.values()), new ArrayList<>(edges()));
  }

  private Set<Edge> edges() {
    Set<Edge> edges = new LinkedHashSet<>();
    for (Edge edge : whole.edges()) {
      Edge shown = new Edge(shownAs(edge.from()), shownAs(edge.to()), edge.label());
      if (!shown.from().equals(shown.to())) {
        edges.add(shown);
      }
    }
    return edges;
  }

  /** The first box of an unfolded run is where it can be folded again. */
  private Box marked(Box box) {
    return run(box.id())
        .filter(run -> boxes(run).get(0).equals(box))
        .map(run -> box.with(new Mark.Unfolded(runs.get(run).repeats())))
        .orElse(box);
  }

  private Box folded(String id) {
    int index = runOf.get(id);
    Run run = runs.get(index);
    List<Box> block = boxes(index).subList(0, run.length());
    return new Box(
        id,
        BlockTitle.of(block.stream().map(Box::title).toList()),
        List.of(Messages.block.formatted(run.repeats(), run.length())),
        block.get(0).kind(),
        new Mark.Folded(run.repeats(), run.boxes()));
  }
}
