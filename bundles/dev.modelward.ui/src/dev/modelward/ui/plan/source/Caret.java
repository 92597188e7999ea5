// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.protect.plan.text.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a plan somebody writes, whether its text can be read by then or not: in which section,
 * behind which key of it, and what of a word stands there already. Without a key it is a key that
 * is written.
 */
record Caret(String section, String key, String written) {
  private static final Pattern COMMENT = Pattern.compile("(?<!\\S)#");
  private static final Pattern LINE = Pattern.compile("( *)((?:- +|-\\z)?)(.*)");
  private static final Pattern ENTRY = Pattern.compile("\\s*([\\w-]+)\\s*:(?:\\s+(.*)|\\z)");
  private static final Pattern SECTION = Pattern.compile("(?m)^([\\w-]+)\\s*:(?=\\s|\\z)");
  private static final Pattern INNER = Pattern.compile("(?m)^ +([\\w-]+)\\s*:[ \\t]*$");

  /** Where a letter of a text is, unless in a comment. */
  static Optional<Caret> at(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    String line = text.substring(start, offset).replace("\r", "");
    Matcher parts = LINE.matcher(line);
    if (COMMENT.matcher(line).find() || !parts.matches()) {
      return Optional.empty();
    }
    String before = text.substring(0, start);
    boolean item = !parts.group(2).isEmpty();
    boolean top = parts.group(1).isEmpty() && !item;
    String rest = parts.group(3);
    int brace = open(rest, '{', '}');
    int bracket = open(rest, '[', ']');
    if (bracket > brace) {
      Caret list = entry(top ? "" : last(SECTION, before), piece(rest, brace, bracket));
      return Optional.of(new Caret(list.section, list.key, piece(rest, bracket, rest.length())));
    }
    if (brace >= 0) {
      String section = top ? entry("", rest).key : last(SECTION, before);
      return Optional.of(entry(section, piece(rest, brace, rest.length())));
    }
    String section = top ? "" : last(SECTION, before);
    boolean word = item && !section.isEmpty() && !Vocabulary.isList(section);
    return Optional.of(
        word ? new Caret(section, last(INNER, before), rest.stripLeading()) : entry(section, rest));
  }

  private static int open(String line, char opening, char closing) {
    int at = line.lastIndexOf(opening);
    return at > line.lastIndexOf(closing) ? at : -1;
  }

  /** What stands behind the last comma between an opening and an end. */
  private static String piece(String line, int opening, int end) {
    String inside = line.substring(opening + 1, end);
    return inside.substring(inside.lastIndexOf(',') + 1).stripLeading();
  }

  private static Caret entry(String section, String text) {
    Matcher entry = ENTRY.matcher(text);
    if (!entry.matches()) {
      return new Caret(section, "", text.stripLeading());
    }
    String value = Optional.ofNullable(entry.group(2)).orElse("");
    return new Caret(section, entry.group(1), value);
  }

  private static String last(Pattern pattern, String text) {
    List<String> names = pattern.matcher(text).results().map(Caret::name).toList();
    return names.isEmpty() ? "" : names.getLast();
  }

  private static String name(MatchResult match) {
    return match.group(1);
  }

  boolean isKey() {
    return key.isEmpty();
  }

  /** The way to a key of the section, or to one of the whole plan. */
  String way(String name) {
    return section.isEmpty() ? name : section + "." + name;
  }

  /** The way to what is written. */
  String way() {
    return way(isKey() ? written : key);
  }
}
