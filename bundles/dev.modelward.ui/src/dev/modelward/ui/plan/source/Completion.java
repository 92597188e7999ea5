// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.protect.plan.text.Vocabulary;
import dev.modelward.ui.plan.sheet.PlanList;
import dev.modelward.ui.plan.sheet.PlanSheet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may stand where somebody writes. */
record Completion(Caret caret, PlanSheet sheet, KeyHelp help) {
  private static final String LIST = ":\n  - ";
  private static final String MAPPING = ":\n  ";

  /** A word that fits, what is put into the text for it, and a sentence on it. */
  record Offer(String word, String text, String help) {}

  List<Offer> offers() {
    String written = caret.written().toLowerCase(Locale.ROOT);
    return (caret.isKey() ? keys() : values())
        .filter(offer -> offer.word().startsWith(written))
        .toList();
  }

  private Stream<Offer> keys() {
    boolean whole = caret.section().isEmpty();
    List<String> keys = whole ? Vocabulary.keys() : Vocabulary.keys(caret.section());
    return keys.stream()
        .filter(key -> !whole || !sheet.sections().containsKey(key) || isBeing(key))
        .map(key -> new Offer(key, key + behind(key, whole), sentence(caret.way(key))));
  }

  private boolean isBeing(String key) {
    return key.equals(caret.written());
  }

  private static String behind(String key, boolean whole) {
    if (!whole || Vocabulary.keys(key).isEmpty()) {
      return ": ";
    }
    return Vocabulary.isList(key) ? LIST + Vocabulary.keys(key).getFirst() + ": " : MAPPING;
  }

  private Stream<Offer> values() {
    String way = caret.way();
    return Stream.concat(Vocabulary.words(way).stream(), views(way))
        .map(word -> new Offer(word, word, sentence(way)));
  }

  private Stream<String> views(String way) {
    return way.equals("recipients.tier") || way.equals("limits.view")
        ? sheet.rows(PlanList.TIERS).stream()
            .map(row -> row.text("name"))
            .filter(name -> !name.isEmpty())
        : Stream.empty();
  }

  private String sentence(String way) {
    Optional<String> sentence = help.of(way);
    return sentence.orElse("");
  }
}
