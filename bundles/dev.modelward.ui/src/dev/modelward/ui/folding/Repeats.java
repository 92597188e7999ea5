// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds repeated blocks: the same operators in the same order, block after block, each block fed by
 * the one before it.
 */
final class Repeats {
  /** Longer blocks are not looked for, which keeps the search linear in the number of boxes. */
  private static final int LONGEST_BLOCK = 256;

  /** Shorter runs are read faster unfolded. */
  private static final int FEWEST_BOXES = 6;

  private static final String LAYER = "layer";

  private final Diagram diagram;
  private final Order order;
  private final int[] words;

  Repeats(Diagram diagram, Order order) {
    this.diagram = diagram;
    this.order = order;
    this.words = new int[order.size()];
    Map<String, Integer> known = new HashMap<>();
    for (int place = 0; place < words.length; place++) {
      Box box = diagram.box(order.boxAt(place));
      words[place] = known.computeIfAbsent(box.kind() + ' ' + box.title(), w -> known.size());
    }
  }

  /** The runs that hide most, none overlapping another, in order. */
  List<Run> find() {
    List<Run> candidates = new ArrayList<>();
    int longest = Math.min(LONGEST_BLOCK, words.length / 2);
    for (int length = 2; length <= longest; length++) {
      collect(length, candidates);
    }
    candidates.sort(
        Comparator.comparingInt(Run::boxes)
            .reversed()
            .thenComparingInt(Run::length)
            .thenComparingInt(Run::start));
    return chosen(candidates);
  }

  private List<Run> chosen(List<Run> candidates) {
    List<Run> chosen = new ArrayList<>();
    BitSet taken = new BitSet(words.length);
    for (Run run : candidates) {
      int next = taken.nextSetBit(run.start());
      if (next < 0 || next >= run.end()) {
        chosen.add(run);
        taken.set(run.start(), run.end());
      }
    }
    chosen.sort(Comparator.comparingInt(Run::start));
    return chosen;
  }

  private void collect(int length, List<Run> candidates) {
    int start = 0;
    for (int at = 0; at + length <= words.length; at++) {
      boolean same = at + length < words.length && words[at] == words[at + length];
      if (!same) {
        int first = natural(start, (at - start) % length);
        add(first, length, (at - start) / length + 1, candidates);
        start = at + 1;
      }
    }
  }

  /** A repeated block can be cut anywhere; people cut it where a layer with weights begins. */
  private int natural(int start, int slack) {
    for (int first = start; first <= start + slack; first++) {
      if (diagram.box(order.boxAt(first)).kind().equals(LAYER)) {
        return first;
      }
    }
    return start;
  }

  private void add(int start, int length, int repeats, List<Run> candidates) {
    int first = 0;
    for (int block = 1; block <= repeats; block++) {
      boolean goesOn = block < repeats && feeds(start + (block - 1) * length, length);
      if (!goesOn) {
        addRun(new Run(start + first * length, length, block - first), candidates);
        first = block;
      }
    }
  }

  private static void addRun(Run run, List<Run> candidates) {
    if (run.repeats() >= 2 && run.boxes() >= FEWEST_BOXES) {
      candidates.add(run);
    }
  }

  /** Whether a block feeds the one behind it. */
  private boolean feeds(int start, int length) {
    for (int place = start; place < start + length; place++) {
      boolean found =
          diagram
              .after(order.boxAt(place))
              .map(order::placeOf)
              .anyMatch(next -> next >= start + length && next < start + 2 * length);
      if (found) {
        return true;
      }
    }
    return false;
  }
}
