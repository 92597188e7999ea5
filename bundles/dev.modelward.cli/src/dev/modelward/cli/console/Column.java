// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

/** One column of a table. */
public record Column(String title, Kind kind) {

  /** What a column holds, and so how it behaves where there is little room. */
  public enum Kind {
    /** Names, which get shorter in the middle. */
    NAME,
    /** Text that stays whole. */
    TEXT,
    /** Numbers, which stand below each other digit by digit. */
    NUMBER,
    /** Text that a narrow table can do without. */
    EXTRA_TEXT,
    /** Numbers that a narrow table can do without. */
    EXTRA_NUMBER;

    boolean isNumber() {
      return this == NUMBER || this == EXTRA_NUMBER;
    }

    boolean isExtra() {
      return this == EXTRA_TEXT || this == EXTRA_NUMBER;
    }
  }

  /** A column of names. */
  public static Column ofNames(String title) {
    return new Column(title, Kind.NAME);
  }

  /** A column of text. */
  public static Column ofText(String title) {
    return new Column(title, Kind.TEXT);
  }

  /** A column of numbers. */
  public static Column ofNumbers(String title) {
    return new Column(title, Kind.NUMBER);
  }

  /** This column, as one that a narrow table can do without. */
  public Column extra() {
    return new Column(title, kind.isNumber() ? Kind.EXTRA_NUMBER : Kind.EXTRA_TEXT);
  }

  String fit(String text, int width) {
    String shown = text.length() > width ? shortened(text, width) : text;
    String gap = " ".repeat(width - shown.length());
    return kind.isNumber() ? gap + shown : shown + gap;
  }

  /** The end of a name tells more than its start. */
  private static String shortened(String text, int width) {
    int kept = width - 3;
    int head = kept / 3;
    return text.substring(0, head) + "..." + text.substring(text.length() - (kept - head));
  }
}
