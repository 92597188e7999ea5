// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Diagram;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The connected parts of a diagram. */
final class Parts {

  private final int[] parent;

  private Parts(int size) {
    parent = IntStream.range(0, size).toArray();
  }

  /** The boxes of each part, ordered by the first box. */
  static Collection<List<Integer>> of(Diagram diagram) {
    Parts parts = new Parts(diagram.boxes().size());
    for (int edge = 0; edge < diagram.edges().size(); edge++) {
      parts.join(diagram.from(edge), diagram.to(edge));
    }
    return IntStream.range(0, parts.parent.length)
        .boxed()
        .collect(Collectors.groupingBy(parts::root, TreeMap::new, Collectors.toList()))
        .values();
  }

  private int root(int box) {
    int at = box;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The lower index becomes the root, so that parts are ordered by their first box. */
  private void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
