// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a plan's text that has one colour. */
record Span(Kind kind, int offset, int length) {
  private static final String START = "(?<![^\\s{,\\[:])";
  private static final Pattern PART =
      Pattern.compile(
          "(?<COMMENT>(?<!\\S)#[^\\r\\n]*)"
              + ("|(?<QUOTED>" + START + "(?:\"(?:[^\"\\\\\\r\\n]|\\\\.)*\"?|'[^'\\r\\n]*'?))")
              + ("|(?<KEY>" + START + "[\\w-]+(?=[ \\t]*:(?:\\s|\\z)))")
              + ("|(?<AMOUNT>" + START + "(?:\\d[\\d.-]*(?: ?(?:%|dB))?)(?![\\w./]))"));

  /** What a piece is. */
  enum Kind {
    KEY,
    QUOTED,
    AMOUNT,
    COMMENT,
    OTHER
  }

  /** The pieces of some whole lines, without a gap. */
  static List<Span> of(String lines) {
    List<Span> spans = new ArrayList<>();
    Matcher part = PART.matcher(lines);
    int end = 0;
    while (part.find()) {
      if (part.start() > end) {
        spans.add(new Span(Kind.OTHER, end, part.start() - end));
      }
      end = part.end();
      spans.add(new Span(kind(part), part.start(), end - part.start()));
    }
    if (lines.length() > end) {
      spans.add(new Span(Kind.OTHER, end, lines.length() - end));
    }
    return spans;
  }

  private static Kind kind(Matcher part) {
    for (Kind kind : List.of(Kind.KEY, Kind.QUOTED, Kind.AMOUNT)) {
      if (Optional.ofNullable(part.group(kind.name())).isPresent()) {
        return kind;
      }
    }
    return Kind.COMMENT;
  }
}
