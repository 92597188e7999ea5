// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import java.util.ArrayList;
import java.util.List;

/** The short name of a block: its operators in order, neighbours of one kind said once. */
final class BlockTitle {
  private static final int MOST_WORDS = 4;

  private BlockTitle() {}

  static String of(List<String> titles) {
    List<String> words = new ArrayList<>();
    for (String title : titles) {
      if (words.isEmpty() || !words.getLast().equals(title)) {
        words.add(title);
      }
    }
    boolean isLong = words.size() > MOST_WORDS;
    String text = String.join(" · ", isLong ? words.subList(0, MOST_WORDS) : words);
    return isLong ? text + " …" : text;
  }
}
