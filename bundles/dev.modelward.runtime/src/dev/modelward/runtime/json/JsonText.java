// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.json;

/** Writes canonical JSON. */
final class JsonText {
  private static final String SHORT = "\b\t\n\f\r\"\\";
  private static final String LETTERS = "btnfr\"\\";

  private JsonText() {}

  static void append(Json value, StringBuilder to) {
    switch (value) {
      case Json.Text text -> quote(text.value(), to);
      case Json.Whole whole -> to.append(whole.value());
      case Json.Flag flag -> to.append(flag.value());
      case Json.Many many -> {
        to.append('[');
        String comma = "";
        for (Json each : many.values()) {
          append(each, to.append(comma));
          comma = ",";
        }
        to.append(']');
      }
      case Json.Fields fields -> {
        to.append('{');
        String comma = "";
        for (var member : fields.members().entrySet()) {
          quote(member.getKey(), to.append(comma));
          append(member.getValue(), to.append(':'));
          comma = ",";
        }
        to.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int known = SHORT.indexOf(letter);
      if (known >= 0) {
        to.append('\\').append(LETTERS.charAt(known));
      } else if (letter < ' ') {
        to.append("\\u%04x".formatted((int) letter));
      } else {
        to.append(letter);
      }
    }
    to.append('"');
  }
}
