// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The keys of a mapping and their fields. */
record Fields(Field whole, Map<String, Field> keys, Map<String, Field> values) {

  static Fields of(Field whole) throws CardException {
    if (!(whole.node() instanceof MappingNode mapping)) {
      throw whole.wrong("keys and values");
    }
    Map<String, Field> keys = new LinkedHashMap<>();
    Map<String, Field> values = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      Field key = new Field(whole.card(), "a key", entry.getKeyNode());
      String name = key.text();
      if (keys.containsKey(name)) {
        throw key.says("the key '" + name + "' is there twice");
      }
      keys.put(name, key);
      values.put(name, new Field(whole.card(), name, entry.getValueNode()));
    }
    return new Fields(whole, keys, values);
  }

  /** Refuses every key that is not known, and says which was perhaps meant. */
  void checkKnown(Collection<String> known) throws CardException {
    for (Map.Entry<String, Field> key : keys.entrySet()) {
      String name = key.getKey();
      if (!known.contains(name)) {
        throw key.getValue()
            .says("there is no key '" + name + "' here; " + Spelling.advice(name, known));
      }
    }
  }

  Optional<Field> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Field required(String key) throws CardException {
    Optional<Field> field = find(key);
    if (field.isEmpty()) {
      throw whole.says("the key '" + key + "' is missing");
    }
    return field.get();
  }
}
