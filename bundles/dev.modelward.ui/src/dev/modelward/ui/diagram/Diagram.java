// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Boxes and the edges between them; both are known by their index as well. */
public final class Diagram {

  private final List<Box> boxes;
  private final List<Edge> edges;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final int[] from;
  private final int[] to;
  private final Incidence outgoing;
  private final Incidence incoming;

  /**
   * A diagram of these boxes and edges.
   *
   * @throws IllegalArgumentException if two boxes share an id or an edge names a missing box
   */
  public Diagram(List<Box> boxes, List<Edge> edges) {
    this.boxes = List.copyOf(boxes);
    this.edges = List.copyOf(edges);
    Set<String> ids = new HashSet<>();
    for (Box box : this.boxes) {
      if (!ids.add(box.id())) {
        throw new IllegalArgumentException("Two boxes have the id " + box.id());
      }
      indexes.put(box.id(), indexes.size());
    }
    from = this.edges.stream().mapToInt(edge -> known(edge.from())).toArray();
    to = this.edges.stream().mapToInt(edge -> known(edge.to())).toArray();
    outgoing = new Incidence(this.boxes.size(), from);
    incoming = new Incidence(this.boxes.size(), to);
  }

  /** All boxes, in the order given. */
  public List<Box> boxes() {
    return boxes;
  }

  /** All edges, in the order given. */
  public List<Edge> edges() {
    return edges;
  }

  /** The box at an index. */
  public Box box(int index) {
    return boxes.get(index);
  }

  /** The index of the box with an id, if there is one. */
  public OptionalInt indexOf(String id) {
    return indexes.containsKey(id) ? OptionalInt.of(indexes.get(id)) : OptionalInt.empty();
  }

  /** The index of the box where an edge starts. */
  public int from(int edge) {
    return from[edge];
  }

  /** The index of the box where an edge ends. */
  public int to(int edge) {
    return to[edge];
  }

  /** The indexes of the edges that start at a box. */
  public IntStream outgoing(int box) {
    return outgoing.of(box);
  }

  /** The indexes of the edges that end at a box. */
  public IntStream incoming(int box) {
    return incoming.of(box);
  }

  /** The indexes of the boxes that feed a box. */
  public IntStream before(int box) {
    return incoming(box).map(this::from);
  }

  /** The indexes of the boxes that a box feeds. */
  public IntStream after(int box) {
    return outgoing(box).map(this::to);
  }

  private int known(String id) {
    return indexOf(id)
        .orElseThrow(() -> new IllegalArgumentException("An edge names the missing box " + id));
  }
}
