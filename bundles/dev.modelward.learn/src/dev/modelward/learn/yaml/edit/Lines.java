// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

/** The lines of a text, which end in LF, CR or both, the last one perhaps in nothing. */
record Lines(String text) {
  private static final char MARK = '\uFEFF';

  /** Where the line of a letter begins, behind the mark that says in which order bytes are. */
  int start(int at) {
    int start = at;
    while (start > 0 && !isBreak(start - 1)) {
      start--;
    }
    return start == 0 && !text.isEmpty() && text.charAt(0) == MARK ? 1 : start;
  }

  /** Where the line of a letter ends, before its break. */
  int end(int at) {
    int end = at;
    while (end < text.length() && !isBreak(end)) {
      end++;
    }
    return end;
  }

  /** Where the next line begins; the end of the text if there is none. */
  int next(int at) {
    int end = end(at);
    return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
  }

  /** Whether there are only blanks before a letter in its line. */
  boolean begins(int at) {
    return text.substring(start(at), at).isBlank();
  }

  /** As many blanks as there are letters before one in its line. */
  String indent(int at) {
    return " ".repeat(at - start(at));
  }

  /** The break that the text has first; LF if it has none. */
  String usual() {
    int end = end(0);
    return end == text.length() ? "\n" : text.substring(end, next(0));
  }

  /** Whole lines from that of a letter to that of another, with one of the breaks around them. */
  Span whole(Span span) {
    int from = start(span.from());
    int to = next(span.to());
    boolean isLast = end(span.to()) == text.length();
    return new Span(isLast ? breakBefore(from) : from, to);
  }

  private int breakBefore(int start) {
    if (start == 0) {
      return 0;
    }
    boolean isPair = start > 1 && text.startsWith("\r\n", start - 2);
    return isBreak(start - 1) ? start - (isPair ? 2 : 1) : start;
  }

  /** Where the comments begin that stand right above a letter, in the same column, down to it. */
  int withComments(int at, int lowest) {
    int from = at;
    int above = above(at);
    while (above >= lowest && above >= 0) {
      from = above;
      above = above(above);
    }
    return from;
  }

  /** Where a comment begins in the line above, in the same column; -1 if there is none. */
  private int above(int at) {
    int start = start(at);
    int end = breakBefore(start);
    if (!begins(at) || end == start) {
      return -1;
    }
    int comment = start(end) + at - start;
    return comment < end && text.charAt(comment) == '#' && begins(comment) ? comment : -1;
  }

  private boolean isBreak(int at) {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }
}
