// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

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
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value in a text, the name of its key, and where it is. */
public record Field(Path file, String key, Node node) {
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,18}(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final int MOST_CLASSES = 1 << 20;

  /** Says something about this place. */
  public YamlException says(String problem) {
    int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    return new YamlException(file.toString(), line(), column, problem);
  }

  /** Says what should be here. */
  public YamlException wrong(String expected) {
    String found = node instanceof ScalarNode scalar ? ", not '" + scalar.getValue() + "'" : "";
    return says(key + " should be " + expected + found);
  }

  /** The line in which this begins, counted from 1. */
  public int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /** Whether this is keys and values. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The text, if this is a scalar that is not blank. */
  public Optional<String> scalar() {
    return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** The text of a scalar. */
  public String text() throws YamlException {
    Optional<String> text = scalar();
    if (text.isEmpty()) {
      throw wrong("a text");
    }
    return text.get();
  }

  /** An integer. */
  public long integer() throws YamlException {
    Optional<String> text = scalar().filter(INTEGER.asMatchPredicate());
    if (text.isEmpty()) {
      throw wrong("an integer");
    }
    return Long.parseLong(text.get());
  }

  /** An integer from a bound up. */
  public int count(int least) throws YamlException {
    long value = integer();
    if (value < least || value > Integer.MAX_VALUE) {
      throw wrong("an integer of at least " + least);
    }
    return (int) value;
  }

  /** A number. */
  public double number() throws YamlException {
    Optional<String> text = scalar().filter(NUMBER.asMatchPredicate());
    if (text.isEmpty()) {
      throw wrong("a number");
    }
    return Double.parseDouble(text.get());
  }

  /** A path, relative to the folder of the text. */
  public Path path() throws YamlException {
    try {
      return file.resolveSibling(text());
    } catch (InvalidPathException e) {
      throw wrong("a path");
    }
  }

  /** One of the constants of a type, in small letters with hyphens. */
  public <E extends Enum<E>> E choice(Class<E> type) throws YamlException {
    E[] all = type.getEnumConstants();
    List<String> names =
        Arrays.stream(all)
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int index = names.indexOf(text());
    if (index < 0) {
      throw says("%s cannot be '%s'; %s".formatted(key, text(), Spelling.advice(text(), names)));
    }
    return all[index];
  }

  /** The items of a list. */
  public List<Field> items() throws YamlException {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list, as in [1, 2]");
    }
    return sequence.getValue().stream().map(item -> new Field(file, key, item)).toList();
  }

  /** The items of a list of so many. */
  public List<Field> items(int count) throws YamlException {
    List<Field> items = items();
    if (items.size() != count) {
      throw says("%s should be a list of %d, not of %d".formatted(key, count, items.size()));
    }
    return items;
  }

  /** A list of numbers. */
  public List<Double> numbers() throws YamlException {
    List<Double> numbers = new ArrayList<>();
    for (Field item : items()) {
      numbers.add(item.number());
    }
    return numbers;
  }

  /** The names in a list, or the numbers below a count. */
  public List<String> names() throws YamlException {
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

  /** What is one step further in, if it is there; of a key that is there twice, the first. */
  Optional<Field> step(Route.Step step) {
    return switch (step) {
      case Route.Key key ->
          node instanceof MappingNode mapping
              ? mapping.getValue().stream()
                  .filter(entry -> isNamed(entry, key.name()))
                  .findFirst()
                  .map(entry -> new Field(file, key.name(), entry.getValueNode()))
              : Optional.empty();
      case Route.Item item ->
          node instanceof SequenceNode sequence && item.index() < sequence.getValue().size()
              ? Optional.of(new Field(file, key, sequence.getValue().get(item.index())))
              : Optional.empty();
    };
  }

  private static boolean isNamed(NodeTuple entry, String name) {
    return entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(name);
  }

  /** Whether nothing is written here, as behind a key all of whose items are commented out. */
  public boolean isEmpty() {
    return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  /** Makes something of this field, whose complaint becomes this field's. */
  public <T> T make(Supplier<T> maker) throws YamlException {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw says("%s cannot be: %s".formatted(key, e.getMessage()));
    }
  }
}
