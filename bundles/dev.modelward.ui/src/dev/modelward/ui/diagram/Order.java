// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A topological order of a diagram's boxes: the given order where that is one, else Kahn's with the
 * lowest index first; a cycle is opened at its lowest index.
 */
public final class Order {

  private final int[] boxes;
  private final int[] places;

  private Order(int[] boxes) {
    this.boxes = boxes;
    places = new int[boxes.length];
    for (int place = 0; place < boxes.length; place++) {
      places[boxes[place]] = place;
    }
  }

  /** The order of a diagram. */
  public static Order of(Diagram diagram) {
    int size = diagram.boxes().size();
    boolean sorted =
        IntStream.range(0, diagram.edges().size()).allMatch(e -> diagram.from(e) < diagram.to(e));
    return new Order(sorted ? IntStream.range(0, size).toArray() : sort(diagram, size));
  }

  /** How many boxes there are. */
  public int size() {
    return boxes.length;
  }

  /** The index of the box at a place of the order. */
  public int boxAt(int place) {
    return boxes[place];
  }

  /** The place of a box in the order. */
  public int placeOf(int box) {
    return places[box];
  }

  /** Whether an edge runs along the order; only edges that close a cycle do not. */
  public boolean forward(Diagram diagram, int edge) {
    return places[diagram.from(edge)] < places[diagram.to(edge)];
  }

  private static int[] sort(Diagram diagram, int size) {
    int[] missing = IntStream.range(0, size).map(b -> (int) diagram.incoming(b).count()).toArray();
    boolean[] taken = new boolean[size];
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    IntStream.range(0, size).filter(box -> missing[box] == 0).forEach(ready::add);
    int[] sorted = new int[size];
    int lowest = 0;
    for (int place = 0; place < size; place++) {
      while (!ready.isEmpty() && taken[ready.peek()]) {
        ready.poll();
      }
      while (ready.isEmpty() && taken[lowest]) {
        lowest++;
      }
      int box = ready.isEmpty() ? lowest : ready.remove();
      taken[box] = true;
      sorted[place] = box;
      diagram.after(box).filter(next -> --missing[next] == 0).forEach(ready::add);
    }
    return sorted;
  }
}
