// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts the moves of blocks between two artifacts, layer by layer. */
final class Tally {
  private final Side before;
  private final Side after;
  private final List<Move> moves = new ArrayList<>();
  private final List<String> apart = new ArrayList<>();
  private long compared;
  private long unsure;

  Tally(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  Movement count() {
    var others = after.tensors();
    before
        .tensors()
        .forEach((name, index) -> {
          List<RingPart> parts = before.locations().in(index);
          if (others.containsKey(name)) {
            count(index, others.get(name));
          } else if (!parts.isEmpty()) {
            apart.add(name);
          }
        });
    others.keySet().removeAll(before.tensors().keySet());
    others.forEach((name, index) -> {
      if (!after.locations().in(index).isEmpty()) {
        apart.add(name);
      }
    });
    return new Movement(moves, compared, unsure, apart);
  }

  private void count(int first, int second) {
    List<RingPart> from = before.locations().in(first);
    List<RingPart> to = after.locations().in(second);
    List<Long> dims = before.manifest().tensors().get(first).dims();
    String name = before.manifest().tensors().get(first).name();
    if (from.isEmpty() && to.isEmpty()) {
      return;
    }
    if (!dims.equals(after.manifest().tensors().get(second).dims())) {
      apart.add(name);
      return;
    }
    Grid grid =
        Grid.common(dims, Stream.concat(from.stream(), to.stream()).map(RingPart::tile).toList());
    long[][] cells = cells(grid, from, to);
    for (int ring = 0; ring < cells.length; ring++) {
      for (int other = 0; other < cells[ring].length; other++) {
        if (ring + other > 0 && cells[ring][other] > 0) {
          long weights = cells[ring][other] * grid.cellElements();
          add(new Move(name, before.place(ring), after.place(other), cells[ring][other], weights));
        }
      }
    }
  }

  private void add(Move move) {
    compared += move.blocks();
    if (move.from().hasLeftFor(move.to())) {
      moves.add(move);
    } else if (!move.from().isStill(move.to())) {
      unsure += move.blocks();
    }
  }

  /** How many cells are in which ring before, and in which later; 0 is none that is opened. */
  private long[][] cells(Grid grid, List<RingPart> from, List<RingPart> to) {
    long[][] cells = new long[before.locations().opened() + 1][after.locations().opened() + 1];
    for (long cell = 0; cell < grid.cells(); cell++) {
      cells[ring(grid, cell, from)][ring(grid, cell, to)]++;
    }
    return cells;
  }

  private static int ring(Grid grid, long cell, List<RingPart> parts) {
    for (RingPart part : parts) {
      if (part.holds(grid.within(cell, part.tile()))) {
        return part.ring();
      }
    }
    return 0;
  }
}
