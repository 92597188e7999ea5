// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON as RFC 8259 has it, and nothing that is only nearly JSON. */
public final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** An object as a map, an array as a list, null as an empty optional. */
  public static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    json.check(json.at == text.length(), "the end");
    return value;
  }

  private Object value() {
    space();
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", Optional.empty());
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    while (!ends('}', members.isEmpty())) {
      space();
      String key = string();
      space();
      expect(':');
      check(!members.containsKey(key), "one member " + key);
      members.put(key, value());
    }
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    expect('[');
    while (!ends(']', items.isEmpty())) {
      items.add(value());
    }
    return items;
  }

  private boolean ends(char end, boolean isFirst) {
    space();
    if (text.charAt(at) == end) {
      at++;
      return true;
    }
    if (!isFirst) {
      expect(',');
    }
    return false;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (text.charAt(at) != '"') {
      char unit = text.charAt(at++);
      check(unit >= ' ' && unit <= '~', "a visible character");
      string.append(unit == '\\' ? escaped() : unit);
    }
    expect('"');
    return string.toString();
  }

  private char escaped() {
    char kind = text.charAt(at++);
    if (kind == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    int index = "\"\\/bfnrt".indexOf(kind);
    check(index >= 0, "an escape");
    return "\"\\/\b\f\n\r\t".charAt(index);
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    check(number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"), "a number");
    return number.matches("-?\\d+") ? (Object) Long.valueOf(number) : Double.valueOf(number);
  }

  private Object word(String word, Object value) {
    check(text.startsWith(word, at), word);
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && " \n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char expected) {
    check(text.charAt(at) == expected, String.valueOf(expected));
    at++;
  }

  private void check(boolean holds, String expected) {
    if (!holds) {
      throw new AssertionError("expected " + expected + " at " + at + " of " + text);
    }
  }
}
