// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import dev.modelward.learn.yaml.edit.Tree;
import dev.modelward.learn.yaml.edit.Tree.Items;
import dev.modelward.learn.yaml.edit.Tree.Keys;
import dev.modelward.learn.yaml.edit.Tree.Leaf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The published schema of plans, with as much of JSON Schema as it uses. */
record Schema(Tree definitions, Tree schema) {
  private static final Path FILE = Path.of("../../docs/schema/ward.schema.json");
  private static final String REFERENCE = "#/$defs/";

  /** JSON is YAML. */
  static Schema published() throws YamlException {
    Tree whole = Tree.of(YamlText.read(FILE, "schema").root());
    return new Schema(at(whole, "$defs"), whole);
  }

  private static Tree at(Tree tree, String key) {
    return tree instanceof Keys keys ? keys.values().getOrDefault(key, new Leaf("")) : new Leaf("");
  }

  static List<String> texts(Tree tree) {
    return switch (tree) {
      case Leaf leaf -> leaf.value().isEmpty() ? List.of() : List.of(leaf.value());
      case Items items -> items.values().stream().flatMap(each -> texts(each).stream()).toList();
      case Keys keys -> List.copyOf(keys.values().keySet());
    };
  }

  /** What is said of a part, behind references. */
  Schema part(String... way) {
    Schema part = this;
    for (String key : way) {
      part = new Schema(definitions, at(part.schema, key)).resolved();
    }
    return part;
  }

  List<String> texts(String key) {
    return texts(at(schema, key));
  }

  private Schema resolved() {
    List<String> reference = texts("$ref");
    return reference.isEmpty()
        ? this
        : new Schema(
            definitions, at(definitions, reference.getFirst().substring(REFERENCE.length())));
  }

  /** What is wrong with a text; nothing if it fits. */
  List<String> complaints(Tree value) {
    List<String> complaints = new ArrayList<>();
    List<String> types = texts("type");
    if (!types.isEmpty() && types.stream().noneMatch(type -> is(value, type))) {
      complaints.add(value + " is none of " + types);
    }
    switch (value) {
      case Leaf leaf -> {
        if (!leaf.value().isEmpty()) {
          scalar(leaf.value(), complaints);
        }
      }
      case Items items -> {
        bounds("minItems", "maxItems", items.values().size(), complaints);
        items.values().forEach(item -> complaints.addAll(part("items").complaints(item)));
      }
      case Keys keys -> keys(keys.values(), complaints);
    }
    return complaints;
  }

  private static boolean is(Tree value, String type) {
    return switch (type) {
      case "null" -> value.equals(new Leaf(""));
      case "object" -> value instanceof Keys;
      case "array" -> value instanceof Items;
      case "string" -> value instanceof Leaf leaf && !leaf.value().isEmpty();
      case "integer" -> value instanceof Leaf leaf && leaf.value().matches("-?\\d{1,18}");
      default -> throw new AssertionError("no type: " + type);
    };
  }

  private void scalar(String text, List<String> complaints) {
    if (!texts("enum").isEmpty() && !texts("enum").contains(text)) {
      complaints.add(text + " is none of " + texts("enum"));
    }
    for (String pattern : texts("pattern")) {
      if (!Pattern.compile(pattern).matcher(text).find()) {
        complaints.add(text + " does not fit " + pattern);
      }
    }
    if (texts("type").contains("integer") && text.matches("-?\\d{1,18}")) {
      bounds("minimum", "maximum", Long.parseLong(text), complaints);
    }
  }

  private void bounds(String least, String most, long value, List<String> complaints) {
    if (texts(least).stream().anyMatch(bound -> value < Long.parseLong(bound))
        || texts(most).stream().anyMatch(bound -> value > Long.parseLong(bound))) {
      complaints.add(value + " is out of bounds");
    }
  }

  private void keys(Map<String, Tree> values, List<String> complaints) {
    List<String> known = texts("properties");
    values.forEach((key, value) -> {
      if (!known.contains(key)) {
        complaints.add("there is no " + key);
      } else {
        complaints.addAll(part("properties", key).complaints(value));
      }
    });
    if (!values.keySet().containsAll(texts("required"))) {
      complaints.add("missing are some of " + texts("required"));
    }
    List<String> never = part("not").texts("required");
    if (!never.isEmpty() && values.keySet().containsAll(never)) {
      complaints.add("not together: " + never);
    }
    bounds("minProperties", "maxProperties", values.size(), complaints);
  }
}
