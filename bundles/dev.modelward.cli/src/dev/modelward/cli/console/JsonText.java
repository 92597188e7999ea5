// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A JSON object under construction: its members stand in the order in which they were put, and
 * every character beyond ASCII is escaped, so that no encoding on the way can harm it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonText {
  private static final String NULL = "null";
  private static final int DECIMALS = 6;

  private final List<String> members = new ArrayList<>();

  /** Puts a text. */
  public JsonText put(String key, String value) {
    return member(key, quoted(value));
  }

  /** Puts an integer. */
  public JsonText put(String key, long value) {
    return member(key, Long.toString(value));
  }

  /** Puts a number; null where it is none, since JSON knows no infinity. */
  public JsonText put(String key, double value) {
    return member(key, number(value));
  }

  /** Puts an integer, or null where there is none. */
  public JsonText put(String key, OptionalLong value) {
    return member(key, value.isPresent() ? Long.toString(value.getAsLong()) : NULL);
  }

  /** Puts a part of a whole, a number from 0 to 1. */
  public JsonText putShare(String key, long part, long whole) {
    BigDecimal share =
        whole == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    return member(key, share.toPlainString());
  }

  /** Puts whether something holds. */
  public JsonText put(String key, boolean holds) {
    return member(key, Boolean.toString(holds));
  }

  /** Puts null. */
  public JsonText putNull(String key) {
    return member(key, NULL);
  }

  /** Puts texts under keys. */
  public JsonText put(String key, Map<String, String> values) {
    JsonText object = new JsonText();
    values.forEach(object::put);
    return member(key, object.toString());
  }

  /** Puts an object. */
  public JsonText put(String key, JsonText value) {
    return member(key, value.toString());
  }

  /** Puts several objects. */
  public JsonText put(String key, List<JsonText> values) {
    return member(key, block("[", "]", values.stream().map(JsonText::toString).toList()));
  }

  /** Puts several numbers; null for each that is none. */
  public JsonText putNumbers(String key, List<Double> values) {
    return member(
        key, values.stream().map(JsonText::number).collect(Collectors.joining(", ", "[", "]")));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : NULL;
  }

  /** Puts the sizes of a shape: an integer each, a text for a name, and null for the unknown. */
  public JsonText putSizes(String key, List<?> sizes) {
    return member(
        key, sizes.stream().map(JsonText::size).collect(Collectors.joining(", ", "[", "]")));
  }

  private static String size(Object size) {
    return switch (size) {
      case Long number -> number.toString();
      case String name -> quoted(name);
      default -> NULL;
    };
  }

  private JsonText member(String key, String json) {
    members.add(quoted(key) + ": " + json);
    return this;
  }

  private static String block(String open, String close, List<String> items) {
    if (items.isEmpty()) {
      return open + close;
    }
    String inner = String.join(",\n", items).replace("\n", "\n  ");
    return open + "\n  " + inner + "\n" + close;
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(unit -> escape(json, (char) unit));
    return json.append('"').toString();
  }

  private static void escape(StringBuilder json, char unit) {
    switch (unit) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        if (unit >= ' ' && unit <= '~') {
          json.append(unit);
        } else {
          json.append("\\u").append(HexFormat.of().toHexDigits(unit));
        }
      }
    }
  }

  /** The object as text, indented. */
  @Override
  public String toString() {
    return block("{", "}", members);
  }
}
