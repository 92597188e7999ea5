// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Diagram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Cuts a connected part of a diagram into strips one below the other: through a box that stands
 * alone in its rank with no edge passing by, or where nothing but long edges pass.
 */
final class Cuts {

  /**
   * The boxes of a strip, from top to bottom.
   *
   * @param boxes their indexes
   * @param head whether the first is also the last of the strip above
   * @param foot whether the last is also the first of the strip below
   */
  record Piece(List<Integer> boxes, boolean head, boolean foot) {

    Piece {
      boxes = List.copyOf(boxes);
    }
  }

  private final Diagram diagram;
  private final Ranks ranks;
  private final List<Piece> pieces = new ArrayList<>();
  private List<Integer> open = new ArrayList<>();
  private boolean head;

  private Cuts(Diagram diagram, Ranks ranks) {
    this.diagram = diagram;
    this.ranks = ranks;
  }

  static List<Piece> of(Diagram diagram, Ranks ranks, Collection<Integer> boxes) {
    TreeMap<Integer, List<Integer>> rows = new TreeMap<>();
    boxes.forEach(box -> rows.computeIfAbsent(ranks.of(box), r -> new ArrayList<>()).add(box));
    Cuts cuts = new Cuts(diagram, ranks);
    int reach = Integer.MIN_VALUE;
    for (var row : rows.entrySet()) {
      cuts.add(row.getKey(), row.getValue(), reach);
      reach = Math.max(reach, cuts.reach(row.getValue()));
    }
    cuts.close(false);
    return List.copyOf(cuts.pieces);
  }

  private void add(int rank, List<Integer> row, int reach) {
    if (reach < rank) {
      close(false);
    }
    open.addAll(row);
    if (row.size() == 1 && reach == rank) {
      close(true);
      open.addAll(row);
      head = true;
    }
  }

  private void close(boolean foot) {
    boolean nothingNew = open.isEmpty() || head && open.size() == 1;
    if (!nothingNew) {
      pieces.add(new Piece(open, head, foot));
    }
    open = new ArrayList<>();
    head = false;
  }

  private int reach(List<Integer> row) {
    return row.stream().flatMapToInt(this::ends).max().orElse(Integer.MIN_VALUE);
  }

  private IntStream ends(int box) {
    return diagram.outgoing(box).filter(ranks::isShort).map(edge -> ranks.of(diagram.to(edge)));
  }
}
