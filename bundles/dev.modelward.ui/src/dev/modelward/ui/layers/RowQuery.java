// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.NodeRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which rows somebody wants to see: those with all the words, and perhaps only with weights. */
record RowQuery(String words, Weighted weighted) {
  static final RowQuery ALL = new RowQuery("", Weighted.ANY);

  /** Whether nodes without weights are wanted. */
  enum Weighted {
    ANY,
    ONLY
  }

  List<NodeRow> of(List<NodeRow> rows) {
    List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return rows.stream()
        .filter(row -> weighted == Weighted.ANY || row.burden().isSome())
        .filter(row -> wanted.stream().allMatch(word -> has(row, word)))
        .toList();
  }

  private static boolean has(NodeRow row, String word) {
    return Stream.of(
            row.name(), row.operator(), row.graph(), row.burden().shape(), row.burden().type())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
  }
}
