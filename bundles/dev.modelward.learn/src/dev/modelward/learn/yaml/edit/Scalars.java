// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Scalars in one line: plain where that reads back, else in quotes. */
final class Scalars {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\d_./]([\\p{L}\\d_./%*?+^~-]| (?! |#))*");
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan");

  private Scalars() {}

  static String written(String value) {
    boolean isPlain =
        PLAIN.matcher(value).matches()
            && !value.endsWith(" ")
            && !WORDS.contains(value.toLowerCase(Locale.ROOT));
    return isPlain ? value : quoted(value);
  }

  /** In the quotes that the old scalar has, if it has some. */
  static String written(String value, String old) {
    boolean isSimple = value.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
    if (old.startsWith("'") && isSimple) {
      return "'" + value.replace("'", "''") + "'";
    }
    return old.startsWith("\"") ? quoted(value) : written(value);
  }

  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(letter -> {
          switch (letter) {
            case '"', '\\' -> text.append('\\').appendCodePoint(letter);
            default -> {
              if (Character.isLetterOrDigit(letter) || letter >= ' ' && letter < 0x7f) {
                text.appendCodePoint(letter);
              } else {
                text.append("\\U%08x".formatted(letter));
              }
            }
          }
        });
    return text.append('"').toString();
  }
}
