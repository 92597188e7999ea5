// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * The order in which a person reads a diagram: along the order of its boxes from the source that
 * lies deepest, while side inputs, constants above all, come just before the first box they feed.
 */
final class Reading {

  private final Diagram diagram;
  private final Order order;
  private final boolean[] read;
  private final List<Integer> boxes = new ArrayList<>();

  private Reading(Diagram diagram) {
    this.diagram = diagram;
    order = Order.of(diagram);
    read = new boolean[order.size()];
  }

  /** The indexes of all boxes, feeding ones before fed ones. */
  static List<Integer> of(Diagram diagram) {
    Reading reading = new Reading(diagram);
    if (reading.order.size() > 0) {
      reading.read(reading.deepest());
    }
    for (int place = 0; place < reading.order.size(); place++) {
      int box = reading.order.boxAt(place);
      if (diagram.before(box).anyMatch(other -> reading.read[other])) {
        reading.readWithFeeders(box);
      }
    }
    for (int place = 0; place < reading.order.size(); place++) {
      reading.readWithFeeders(reading.order.boxAt(place));
    }
    return List.copyOf(reading.boxes);
  }

  private void readWithFeeders(int last) {
    Deque<Integer> open = new ArrayDeque<>(List.of(last));
    while (!open.isEmpty()) {
      int box = open.getLast();
      OptionalInt feeder = read[box] ? OptionalInt.empty() : feeder(box);
      if (feeder.isPresent()) {
        open.addLast(feeder.getAsInt());
      } else {
        read(open.removeLast());
      }
    }
  }

  private OptionalInt feeder(int box) {
    return diagram
        .incoming(box)
        .filter(edge -> order.forward(diagram, edge))
        .map(diagram::from)
        .filter(other -> !read[other])
        .findFirst();
  }

  private void read(int box) {
    if (!read[box]) {
      read[box] = true;
      boxes.add(box);
    }
  }

  /** The source with the longest path below it. */
  private int deepest() {
    int[] height = new int[order.size()];
    int best = order.boxAt(0);
    for (int place = order.size() - 1; place >= 0; place--) {
      int box = order.boxAt(place);
      height[box] =
          diagram
              .outgoing(box)
              .filter(edge -> order.forward(diagram, edge))
              .map(edge -> height[diagram.to(edge)] + 1)
              .max()
              .orElse(0);
      best = height[box] >= height[best] ? box : best;
    }
    return best;
  }
}
