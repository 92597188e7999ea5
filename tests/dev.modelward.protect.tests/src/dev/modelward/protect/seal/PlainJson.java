// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON of objects, arrays, strings without escapes, true and false, and nothing else. */
final class PlainJson {
  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  static Object read(String text) {
    PlainJson reader = new PlainJson(text);
    Object value = reader.value();
    reader.require(reader.at == text.length());
    return value;
  }

  /** The member of an object. */
  static Object at(Object value, String name) {
    if (value instanceof Map<?, ?> members && members.get(name) instanceof Object member) {
      return member;
    }
    throw new IllegalArgumentException("no " + name);
  }

  /** The elements of an array. */
  static List<Object> all(Object value) {
    List<Object> all = new ArrayList<>();
    if (value instanceof List<?> values) {
      all.addAll(values);
      return all;
    }
    throw new IllegalArgumentException("no array");
  }

  /** The one element of an array. */
  static Object only(Object value) {
    List<Object> all = all(value);
    if (all.size() == 1) {
      return all.getFirst();
    }
    throw new IllegalArgumentException("no single element");
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no JSON at " + at);
    }
  }

  private boolean passes(String word) {
    boolean isHere = text.startsWith(word, at);
    at += isHere ? word.length() : 0;
    return isHere;
  }

  private Object value() {
    if (passes("{")) {
      return object();
    } else if (passes("[")) {
      return array();
    } else if (passes("true")) {
      return true;
    } else if (passes("false")) {
      return false;
    }
    return string();
  }

  private String string() {
    require(passes("\""));
    int end = text.indexOf('"', at);
    require(end >= 0);
    String string = text.substring(at, end);
    require(string.chars().allMatch(c -> c >= ' ' && c != '\\'));
    at = end + 1;
    return string;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    boolean ends = passes("}");
    while (!ends) {
      String name = string();
      require(passes(":") && !members.containsKey(name));
      members.put(name, value());
      ends = passes("}");
      require(ends || passes(","));
    }
    return members;
  }

  private List<Object> array() {
    List<Object> values = new ArrayList<>();
    boolean ends = passes("]");
    while (!ends) {
      values.add(value());
      ends = passes("]");
      require(ends || passes(","));
    }
    return values;
  }
}
