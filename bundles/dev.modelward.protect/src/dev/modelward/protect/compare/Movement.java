// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import java.util.List;

/**
 * Which blocks moved: the moves, how many blocks were compared because either artifact seals them
 * in an opened ring, of how many of them closed rings hide it, and the sealed layers that only one
 * artifact has or that have another shape in the other.
 */
public record Movement(List<Move> moves, long compared, long unsure, List<String> apart) {

  /** Keeps its own copies. */
  public Movement {
    moves = List.copyOf(moves);
    apart = List.copyOf(apart);
  }

  /** How many blocks moved. */
  public long moved() {
    return moves.stream().mapToLong(Move::blocks).sum();
  }
}
