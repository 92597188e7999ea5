// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

/** Makes text from a file safe to show: a name must not steer the terminal, nor break a line. */
public final class Printable {
  private Printable() {}

  /** The text with every character that is not to be seen written as its code. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    if (isSeen(point)) {
      safe.appendCodePoint(point);
    } else {
      safe.append("\\u{").append(Integer.toHexString(point)).append('}');
    }
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
