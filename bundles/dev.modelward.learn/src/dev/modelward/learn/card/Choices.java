// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import dev.modelward.learn.data.Selection;
import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which records a card chooses: a list of steps of one key each, applied in their order. */
final class Choices {
  /** The steps by their key. */
  private enum Step {
    FIRST,
    SPAN,
    PART,
    SHUFFLE,
    SHARD
  }

  private Choices() {}

  static List<Selection> of(Fields fields) throws YamlException {
    List<Selection> selections = new ArrayList<>();
    Optional<Field> field = fields.find("select");
    if (field.isPresent()) {
      for (Field item : field.get().items()) {
        selections.add(selection(Fields.of(item)));
      }
    }
    return selections;
  }

  private static Selection selection(Fields step) throws YamlException {
    if (step.keys().size() != 1) {
      throw step.whole().says("a step of select should have one key");
    }
    Field key = step.keys().values().iterator().next();
    Field value = step.values().values().iterator().next();
    return switch (new Field(key.file(), "a step of select", key.node()).choice(Step.class)) {
      case FIRST -> new Selection.Span(0, value.count(0));
      case SHUFFLE -> new Selection.Shuffle(value.integer());
      case SPAN -> span(value);
      case PART -> part(value);
      case SHARD -> shard(value);
    };
  }

  private static Selection span(Field value) throws YamlException {
    List<Field> ends = value.items(2);
    long from = ends.getFirst().integer();
    long to = ends.getLast().integer();
    return value.make(() -> new Selection.Span(from, to));
  }

  private static Selection part(Field value) throws YamlException {
    List<Field> ends = value.items(2);
    double from = ends.getFirst().number();
    double to = ends.getLast().number();
    return value.make(() -> new Selection.Part(from, to));
  }

  private static Selection shard(Field value) throws YamlException {
    List<Field> parts = value.items(2);
    int index = parts.getFirst().count(0);
    int of = parts.getLast().count(1);
    return value.make(() -> new Selection.Shard(index, of));
  }
}
