// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The keys of a mapping and their fields. */
public record Fields(Field whole, Map<String, Field> keys, Map<String, Field> values) {

  /** The keys and values of a mapping. */
  public static Fields of(Field whole) throws YamlException {
    if (!(whole.node() instanceof MappingNode mapping)) {
      throw whole.wrong("keys and values");
    }
    Map<String, Field> keys = new LinkedHashMap<>();
    Map<String, Field> values = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      Field key = new Field(whole.file(), "a key", entry.getKeyNode());
      String name = key.text();
      if (keys.containsKey(name)) {
        throw key.says("the key '" + name + "' is there twice");
      }
      keys.put(name, key);
      values.put(name, new Field(whole.file(), name, entry.getValueNode()));
    }
    return new Fields(whole, keys, values);
  }

  /** Refuses every key that is not known, and says which was perhaps meant. */
  public void checkKnown(Collection<String> known) throws YamlException {
    for (Map.Entry<String, Field> key : keys.entrySet()) {
      String name = key.getKey();
      if (!known.contains(name)) {
        throw key.getValue()
            .says("there is no key '" + name + "' here; " + Spelling.advice(name, known));
      }
    }
  }

  /** The value of a key. */
  public Optional<Field> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that must be there. */
  public Field required(String key) throws YamlException {
    Optional<Field> field = find(key);
    if (field.isEmpty()) {
      throw whole.says("the key '" + key + "' is missing");
    }
    return field.get();
  }
}
