// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mapping whose {@code kind} says which further keys it has. */
record Choice(Field whole, Fields fields) {

  static Choice of(Field field) throws YamlException {
    return new Choice(field, Fields.of(field));
  }

  <E extends Enum<E>> E kind(Class<E> kinds) throws YamlException {
    return fields.required("kind").choice(kinds);
  }

  /** Refuses keys that the kind does not have. */
  Choice with(String... keys) throws YamlException {
    List<String> known = new ArrayList<>(List.of("kind"));
    known.addAll(List.of(keys));
    fields.checkKnown(known);
    return this;
  }

  double number(String key) throws YamlException {
    return fields.required(key).number();
  }

  double number(String key, double otherwise) throws YamlException {
    Optional<Field> field = fields.find(key);
    return field.isPresent() ? field.get().number() : otherwise;
  }

  List<Double> numbers(String key) throws YamlException {
    return fields.required(key).numbers();
  }
}
