// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * How much it matters that the edges of a strip are straight: most on the longest path to the last
 * box, for that keeps a tower upright, then where one box simply follows another.
 */
final class Spine {

  private static final int ON_SPINE = 40;
  private static final int IN_CHAIN = 8;

  private final int[] depth;
  private final int[] before;
  private final int[] outgoing;
  private final int[] incoming;
  private final Set<Strip.Arc> path = new HashSet<>();

  Spine(Strip strip) {
    int size = strip.sizes().size();
    depth = new int[size];
    before = new int[size];
    outgoing = new int[size];
    incoming = new int[size];
    strip.arcs().stream().sorted(Comparator.comparingInt(Strip.Arc::to)).forEach(this::extend);
    for (int at = size - 1; depth[at] > 0; at = before[at]) {
      path.add(new Strip.Arc(before[at], at));
    }
  }

  int straightness(Strip.Arc arc) {
    if (path.contains(arc)) {
      return ON_SPINE;
    }
    return outgoing[arc.from()] == 1 && incoming[arc.to()] == 1 ? IN_CHAIN : 1;
  }

  /** Boxes of a strip are listed from top to bottom, so what lies above is final already. */
  private void extend(Strip.Arc arc) {
    outgoing[arc.from()]++;
    incoming[arc.to()]++;
    if (depth[arc.from()] + 1 > depth[arc.to()]) {
      depth[arc.to()] = depth[arc.from()] + 1;
      before[arc.to()] = arc.from();
    }
  }
}
