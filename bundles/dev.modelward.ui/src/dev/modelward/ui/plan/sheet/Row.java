// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import java.util.Map;

/** An item of a list of a plan as it is written, right or wrong: its line, and texts by keys. */
public record Row(PlanList list, int index, int line, Map<String, String> texts) {
  /** Keeps its own copy. */
  public Row {
    texts = Map.copyOf(texts);
  }

  /** The text behind a key; empty if there is none. */
  public String text(String key) {
    return texts.getOrDefault(key, "");
  }

  /** What to select for it. */
  public Place.Item place() {
    return new Place.Item(list, index);
  }

  /** The way to the text behind a key. */
  String way(String key) {
    return "%s[%d].%s".formatted(list.key(), index, key);
  }
}
