// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which edges touch which box: one array of edges, sorted by box. */
final class Incidence {

  private final int[] starts;
  private final int[] edges;

  Incidence(int boxes, int[] boxOfEdge) {
    starts = new int[boxes + 1];
    edges = new int[boxOfEdge.length];
    for (int box : boxOfEdge) {
      starts[box + 1]++;
    }
    for (int box = 0; box < boxes; box++) {
      starts[box + 1] += starts[box];
    }
    int[] next = starts.clone();
    for (int edge = 0; edge < boxOfEdge.length; edge++) {
      edges[next[boxOfEdge[edge]]++] = edge;
    }
  }

  IntStream of(int box) {
    return Arrays.stream(edges, starts[box], starts[box + 1]);
  }
}
