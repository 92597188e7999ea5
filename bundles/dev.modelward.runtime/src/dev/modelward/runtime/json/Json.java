// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.json;

import dev.modelward.runtime.ProtectionException.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of JSON in the canonical form of RFC 8785, without fractions and without null. */
public sealed interface Json {
  /** The first whole number that a double cannot tell from its neighbour. */
  long LIMIT = 1L << 53;

  /** A string. */
  record Text(String value) implements Json {}

  /** A whole number. */
  record Whole(long value) implements Json {
    /** Refuses what a double cannot hold exactly. */
    public Whole {
      if (value <= -LIMIT || value >= LIMIT) {
        throw new IllegalArgumentException("expected less than 2^53, found " + value);
      }
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Json {}

  /** An array. */
  record Many(List<Json> values) implements Json {
    /** Keeps its own copy. */
    public Many {
      values = List.copyOf(values);
    }
  }

  /** An object, its members in the order of their names. */
  record Fields(SortedMap<String, Json> members) implements Json {
    /** Keeps its own copy. */
    public Fields {
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** An object of these members. */
    public static Fields of(Map<String, Json> members) {
      return new Fields(new TreeMap<>(members));
    }

    /** The same object without a member. */
    public Fields without(String name) {
      SortedMap<String, Json> others = new TreeMap<>(members);
      others.remove(name);
      return new Fields(others);
    }
  }

  /** An object of strings. */
  static Fields texts(Map<String, String> texts) {
    SortedMap<String, Json> members = new TreeMap<>();
    texts.forEach((name, text) -> members.put(name, new Text(text)));
    return new Fields(members);
  }

  /** An array of whole numbers. */
  static Many wholes(List<Long> numbers) {
    return new Many(numbers.stream().<Json>map(Whole::new).toList());
  }

  /** What a text says, which must be in canonical form. */
  static Json parse(byte[] text, String where) throws Malformed {
    Json value = new JsonParser(text, where).parse();
    if (!Arrays.equals(value.canonical(), text)) {
      throw new Malformed(where, "canonical JSON", "another spelling of it");
    }
    return value;
  }

  /** The canonical text in UTF-8. */
  default byte[] canonical() {
    StringBuilder text = new StringBuilder();
    JsonText.append(this, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
