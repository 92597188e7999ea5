// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.Token;

/** Where in a text its values stand, and the dashes and commas between them. */
final class Sheet {
  private final String text;
  private final int[] letters;
  private final NavigableMap<Integer, Token.ID> signs = new TreeMap<>();

  private Sheet(YamlText source) {
    this.text = source.text();
    this.letters = letters(text);
    LoadSettings settings = source.settings();
    ScannerImpl scanner = new ScannerImpl(settings, new StreamReader(settings, text));
    while (scanner.hasNext()) {
      Token token = scanner.next();
      switch (token.getTokenId()) {
        case BlockEntry, FlowEntry -> signs.put(at(token.getStartMark()), token.getTokenId());
        default -> {}
      }
    }
  }

  /** The places in a text that has been read. */
  static Sheet of(YamlText read) {
    return new Sheet(read);
  }

  /** For each code point, by which marks count, where it stands. */
  private static int[] letters(String text) {
    int[] letters = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < letters.length; i++) {
      letters[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return letters;
  }

  private int at(Optional<Mark> mark) {
    return letters[Math.min(mark.map(Mark::getIndex).orElse(0), letters.length - 1)];
  }

  /** Whether a collection stands in brackets. */
  boolean isFlow(Field field) {
    int from = at(field.node().getStartMark());
    return text.startsWith("[", from) || text.startsWith("{", from);
  }

  /** Where a value stands, without what its last line is followed by. */
  Span span(Field field) throws YamlException {
    Node node = field.node();
    int from = at(node.getStartMark());
    int to = at(node.getEndMark());
    if (node instanceof ScalarNode) {
      return new Span(from, isInLines(from) ? trimmed(from, to) : to);
    }
    return isFlow(field) ? new Span(from, to) : new Span(from, parts(field).getLast().to());
  }

  private boolean isInLines(int from) {
    return text.startsWith("|", from) || text.startsWith(">", from);
  }

  /** The end mark of a text in several lines stands behind the empty lines that follow it. */
  private int trimmed(int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Where the entries of a mapping stand, or the items of a list, with their dashes. */
  List<Span> parts(Field field) throws YamlException {
    List<Span> parts = new ArrayList<>();
    if (field.isMapping()) {
      Fields fields = Fields.of(field);
      for (String name : fields.keys().keySet()) {
        Span key = span(fields.keys().getOrDefault(name, field));
        Span value = span(fields.values().getOrDefault(name, field));
        parts.add(new Span(key.from(), Math.max(key.to(), value.to())));
      }
      return parts;
    }
    boolean isFlow = isFlow(field);
    for (Field item : field.items()) {
      Span span = span(item);
      parts.add(isFlow ? span : new Span(dash(span.from()), span.to()));
    }
    return parts;
  }

  private int dash(int before) {
    return Optional.ofNullable(signs.lowerKey(before)).orElse(before);
  }

  /** The comma that follows a letter of a flow, if nothing else but blanks and comments does. */
  Optional<Integer> commaBehind(int at, int next) {
    return Optional.ofNullable(signs.ceilingKey(at)).filter(comma -> comma < next);
  }

  /** The comma right before a letter of a flow in the same line, if there is one. */
  Optional<Integer> commaBefore(int at) {
    return Optional.ofNullable(signs.lowerKey(at))
        .filter(comma -> text.substring(comma + 1, at).chars().allMatch(letter -> letter == ' '));
  }
}
