// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The boxes whose texts contain a word, and which of them is shown. */
record Finder(List<Box> found, int at) {
  static final Finder NOTHING = new Finder(List.of(), 0);

  Finder {
    found = List.copyOf(found);
  }

  static Finder find(Diagram diagram, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? NOTHING
        : new Finder(diagram.boxes().stream().filter(box -> contains(box, wanted)).toList(), 0);
  }

  private static boolean contains(Box box, String wanted) {
    return box.title().toLowerCase(Locale.ROOT).contains(wanted)
        || box.lines().stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
  }

  Finder step(int by) {
    return found.isEmpty() ? this : new Finder(found, Math.floorMod(at + by, found.size()));
  }

  Optional<Box> current() {
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(at));
  }

  Matches matches() {
    return new Matches(found.size(), found.isEmpty() ? 0 : at + 1);
  }
}
