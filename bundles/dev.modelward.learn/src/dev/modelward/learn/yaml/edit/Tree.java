// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a text says, apart from how it is written; keys, items or a text that is empty are one. */
public sealed interface Tree {

  /** A scalar. */
  record Leaf(String value) implements Tree {
    /** Takes blanks for nothing. */
    public Leaf {
      value = value.isBlank() ? "" : value;
    }
  }

  /** Keys and values. */
  record Keys(Map<String, Tree> values) implements Tree {
    /** Keeps its own copy, in order. */
    public Keys {
      values = new LinkedHashMap<>(values);
    }
  }

  /** A list. */
  record Items(List<Tree> values) implements Tree {
    /** Keeps its own copy. */
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Keys with scalars behind them. */
  static Tree ofTexts(Map<String, String> texts) {
    Map<String, Tree> values = new LinkedHashMap<>();
    texts.forEach((key, text) -> values.put(key, new Leaf(text)));
    return ofKeys(values);
  }

  /** Keys and values; nothing if there is none. */
  static Tree ofKeys(Map<String, Tree> values) {
    return values.isEmpty() ? new Leaf("") : new Keys(values);
  }

  /** A list; nothing if it is empty. */
  static Tree ofItems(List<Tree> values) {
    return values.isEmpty() ? new Leaf("") : new Items(values);
  }

  /** What a value says. */
  static Tree of(Field field) throws YamlException {
    if (field.isMapping()) {
      Map<String, Tree> values = new LinkedHashMap<>();
      for (Map.Entry<String, Field> entry : Fields.of(field).values().entrySet()) {
        values.put(entry.getKey(), of(entry.getValue()));
      }
      return ofKeys(values);
    }
    if (field.isList()) {
      List<Tree> values = new ArrayList<>();
      for (Field item : field.items()) {
        values.add(of(item));
      }
      return ofItems(values);
    }
    return new Leaf(field.scalar().orElse(""));
  }

  /** In one line. */
  default String flow() {
    return switch (this) {
      case Leaf leaf -> Scalars.written(leaf.value());
      case Keys keys ->
          keys.values().entrySet().stream()
              .map(entry -> entry.getKey() + ": " + entry.getValue().flow())
              .collect(Collectors.joining(", ", "{", "}"));
      case Items items ->
          items.values().stream().map(Tree::flow).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  /** In lines of which all but the first begin with a break that indents. */
  default String block(String brake) {
    return switch (this) {
      case Leaf leaf -> Scalars.written(leaf.value());
      case Keys keys ->
          keys.values().entrySet().stream()
              .map(entry -> entry.getKey() + ":" + entry.getValue().behindKey(brake))
              .collect(Collectors.joining(brake));
      case Items items ->
          items.values().stream()
              .map(item -> "- " + item.block(brake + "  "))
              .collect(Collectors.joining(brake));
    };
  }

  /** Behind the colon of a key. */
  default String behindKey(String brake) {
    return switch (this) {
      case Leaf leaf -> " " + Scalars.written(leaf.value());
      case Keys keys -> brake + "  " + block(brake + "  ");
      case Items items -> brake + "  " + block(brake + "  ");
    };
  }
}
