// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

import java.util.List;

/**
 * One box of a diagram.
 *
 * @param id the name that no other box of the diagram has
 * @param title what the box does, the word by which repeated blocks are recognised
 * @param lines further lines below the title
 * @param kind the key of the box's colour
 * @param mark whether the box stands for folded ones
 */
public record Box(String id, String title, List<String> lines, String kind, Mark mark) {

  /** Copies the lines. */
  public Box {
    lines = List.copyOf(lines);
  }

  /** A box that stands for itself. */
  public static Box of(String id, String title, List<String> lines, String kind) {
    return new Box(id, title, lines, kind, new Mark.Plain());
  }

  /** This box with another mark. */
  public Box with(Mark other) {
    return new Box(id, title, lines, kind, other);
  }
}
