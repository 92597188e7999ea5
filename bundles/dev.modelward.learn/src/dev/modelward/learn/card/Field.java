// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value in a card, the name of its key, and where it is. */
record Field(Path card, String key, Node node) {
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,18}(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final int MOST_CLASSES = 1 << 20;

  /** Says something about this place. */
  CardException says(String problem) {
    Optional<Mark> mark = node.getStartMark();
    return new CardException(
        card.toString(),
        mark.map(Mark::getLine).orElse(0) + 1,
        mark.map(Mark::getColumn).orElse(0) + 1,
        problem);
  }

  /** Says what should be here. */
  CardException wrong(String expected) {
    String found = node instanceof ScalarNode scalar ? ", not '" + scalar.getValue() + "'" : "";
    return says(key + " should be " + expected + found);
  }

  private Optional<String> scalar() {
    return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  String text() throws CardException {
    Optional<String> text = scalar();
    if (text.isEmpty()) {
      throw wrong("a text");
    }
    return text.get();
  }

  long integer() throws CardException {
    Optional<String> text = scalar().filter(INTEGER.asMatchPredicate());
    if (text.isEmpty()) {
      throw wrong("an integer");
    }
    return Long.parseLong(text.get());
  }

  /** An integer from a bound up. */
  int count(int least) throws CardException {
    long value = integer();
    if (value < least || value > Integer.MAX_VALUE) {
      throw wrong("an integer of at least " + least);
    }
    return (int) value;
  }

  double number() throws CardException {
    Optional<String> text = scalar().filter(NUMBER.asMatchPredicate());
    if (text.isEmpty()) {
      throw wrong("a number");
    }
    return Double.parseDouble(text.get());
  }

  /** A path, relative to the folder of the card. */
  Path path() throws CardException {
    try {
      return card.resolveSibling(text());
    } catch (InvalidPathException e) {
      throw wrong("a path");
    }
  }

  /** One of the constants of a type, in small letters. */
  <E extends Enum<E>> E choice(Class<E> type) throws CardException {
    E[] all = type.getEnumConstants();
    List<String> names =
        Arrays.stream(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    int index = names.indexOf(text());
    if (index < 0) {
      throw says("%s cannot be '%s'; %s".formatted(key, text(), Spelling.advice(text(), names)));
    }
    return all[index];
  }

  /** The items of a list. */
  List<Field> items() throws CardException {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list, as in [1, 2]");
    }
    return sequence.getValue().stream().map(item -> new Field(card, key, item)).toList();
  }

  /** The items of a list of so many. */
  List<Field> items(int count) throws CardException {
    List<Field> items = items();
    if (items.size() != count) {
      throw says("%s should be a list of %d, not of %d".formatted(key, count, items.size()));
    }
    return items;
  }

  List<Double> numbers() throws CardException {
    List<Double> numbers = new ArrayList<>();
    for (Field item : items()) {
      numbers.add(item.number());
    }
    return numbers;
  }

  /** The names in a list, or the numbers below a count. */
  List<String> names() throws CardException {
    if (node instanceof ScalarNode) {
      int count = count(1);
      if (count > MOST_CLASSES) {
        throw wrong("at most " + MOST_CLASSES);
      }
      return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
    List<String> names = new ArrayList<>();
    for (Field item : items()) {
      names.add(item.text());
    }
    return names;
  }

  /** Makes something of this field, whose complaint becomes this field's. */
  <T> T make(Supplier<T> maker) throws CardException {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw says("%s cannot be: %s".formatted(key, e.getMessage()));
    }
  }
}
