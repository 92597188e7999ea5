// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Order;

/**
 * How deep each box lies: the longest path from a source, then boxes that only feed later ones are
 * pulled down to them, so that side inputs stand beside their consumers.
 */
final class Ranks {

  /** Edges over more ranks than this are drawn beside the boxes instead of between them. */
  static final int LONG = 32;

  private final Diagram diagram;
  private final Order order;
  private final int[] ranks;

  Ranks(Diagram diagram) {
    this.diagram = diagram;
    order = Order.of(diagram);
    ranks = new int[order.size()];
    for (int place = 0; place < order.size(); place++) {
      push(order.boxAt(place));
    }
    for (int place = order.size() - 1; place >= 0; place--) {
      pull(order.boxAt(place));
    }
  }

  int of(int box) {
    return ranks[box];
  }

  /** Whether an edge is laid out together with its boxes. */
  boolean isShort(int edge) {
    int span = ranks[diagram.to(edge)] - ranks[diagram.from(edge)];
    return span > 0 && span <= LONG;
  }

  private void push(int box) {
    ranks[box] =
        diagram
            .incoming(box)
            .filter(edge -> order.forward(diagram, edge))
            .map(edge -> ranks[diagram.from(edge)] + 1)
            .max()
            .orElse(0);
  }

  private void pull(int box) {
    if (diagram.incoming(box).count() <= diagram.outgoing(box).count()) {
      ranks[box] =
          diagram
              .outgoing(box)
              .filter(edge -> order.forward(diagram, edge))
              .map(edge -> ranks[diagram.to(edge)] - 1)
              .min()
              .orElse(ranks[box]);
    }
  }
}
