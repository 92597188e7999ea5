// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.problem;

import java.nio.file.Path;

/** A place in a file by its line and column, both counted from 1; line 0 is the whole file. */
public record Place(Path file, int line, int column) {

  /** A whole file, or a folder. */
  public static Place of(Path file) {
    return new Place(file, 0, 0);
  }

  /** From a letter, counted from 0, to another one, which is no part of it. */
  public record Span(int start, int end) {}

  /** Whether it is a line, and not the whole file. */
  public boolean isLine() {
    return line > 0;
  }

  /** What of the file's text is marked: from the column to the end of the line. */
  public Span in(String text) {
    int begin = 0;
    for (int i = 1; i < line && begin < text.length(); i++) {
      begin = next(text, end(text, begin));
    }
    int end = end(text, begin);
    int letters = Math.clamp(column - 1L, 0, text.codePointCount(begin, end));
    return new Span(text.offsetByCodePoints(begin, letters), end);
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static int next(String text, int end) {
    return Math.min(text.startsWith("\r\n", end) ? end + 2 : end + 1, text.length());
  }
}
