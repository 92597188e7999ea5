// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A value of JSON, read by the letter of RFC 8259: what is not quite JSON is refused. */
sealed interface Json {
  record OfNull() implements Json {}

  record OfNumber(String digits) implements Json {}

  record OfText(String text) implements Json {}

  record OfArray(List<Json> items) implements Json {}

  record OfObject(Map<String, Json> members) implements Json {}

  static Json read(String text) {
    Reader reader = new Reader(text);
    Json value = reader.value();
    reader.require("");
    return value;
  }

  /** The member of a key, which must be there. */
  default Json at(String key) {
    if (this instanceof OfObject object && object.members().containsKey(key)) {
      return object.members().getOrDefault(key, this);
    }
    throw new AssertionError("no " + key + " in " + this);
  }

  default Json at(int index) {
    return items().get(index);
  }

  default List<Json> items() {
    if (this instanceof OfArray array) {
      return array.items();
    }
    throw new AssertionError("no array: " + this);
  }

  default List<String> keys() {
    if (this instanceof OfObject object) {
      return List.copyOf(object.members().keySet());
    }
    throw new AssertionError("no object: " + this);
  }

  default String text() {
    if (this instanceof OfText text) {
      return text.text();
    }
    throw new AssertionError("no text: " + this);
  }

  /** The digits of a number. */
  default String digits() {
    if (this instanceof OfNumber number) {
      return number.digits();
    }
    throw new AssertionError("no number: " + this);
  }

  default double number() {
    return Double.parseDouble(digits());
  }

  default boolean isNull() {
    return this instanceof OfNull;
  }

  /** Some numbers as floats. */
  default float[] floats() {
    float[] floats = new float[items().size()];
    IntStream.range(0, floats.length).forEach(i -> floats[i] = Float.parseFloat(at(i).digits()));
    return floats;
  }

  /** Reads from the front to the end. */
  final class Reader {
    private static final Pattern TOKEN =
        Pattern.compile(
            "[ \\t\\r\\n]*(?:([\\[\\]{}:,]|null)|(-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
                + "|\"((?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+)\"|\\z)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    private final Matcher matcher;
    private int end;

    Reader(String text) {
      this.matcher = TOKEN.matcher(text);
      step();
    }

    private void step() {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new AssertionError("no JSON from character " + end);
      }
      end = matcher.end();
    }

    private String sign() {
      return matcher.group(1) instanceof String sign
          ? sign
          : matcher.group().isBlank() ? "" : "a value";
    }

    void require(String sign) {
      if (!sign().equals(sign)) {
        throw new AssertionError("expected '%s' before character %d".formatted(sign, end));
      }
    }

    private boolean passes(String sign) {
      boolean isHere = sign().equals(sign);
      if (isHere) {
        step();
      }
      return isHere;
    }

    private void pass(String sign) {
      require(sign);
      step();
    }

    Json value() {
      if (passes("null")) {
        return new OfNull();
      } else if (passes("[")) {
        return new OfArray(array());
      } else if (passes("{")) {
        return new OfObject(object());
      }
      require("a value");
      Json value =
          matcher.group(2) instanceof String digits ? new OfNumber(digits) : new OfText(string());
      step();
      return value;
    }

    private List<Json> array() {
      List<Json> items = new ArrayList<>();
      while (!passes("]")) {
        if (!items.isEmpty()) {
          pass(",");
        }
        items.add(value());
      }
      return items;
    }

    private Map<String, Json> object() {
      Map<String, Json> members = new LinkedHashMap<>();
      while (!passes("}")) {
        if (!members.isEmpty()) {
          pass(",");
        }
        String key = value().text();
        pass(":");
        if (members.containsKey(key)) {
          throw new AssertionError(key + " twice");
        }
        members.put(key, value());
      }
      return members;
    }

    private String string() {
      return ESCAPE
          .matcher(matcher.group(3))
          .replaceAll(escape -> Matcher.quoteReplacement(meant(escape.group(1))));
    }

    private static String meant(String escape) {
      if (escape.length() > 1) {
        return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
      }
      int index = "bfnrt".indexOf(escape);
      return index < 0 ? escape : "\b\f\n\r\t".substring(index, index + 1);
    }
  }
}
