// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

/** What the reader of the output can see: a terminal's columns and colours, or a plain pipe. */
public record Screen(boolean isTerminal, boolean hasColours, int width) {
  /** A file or another program: no colours, lines of any length. */
  public static final Screen PIPE = new Screen(false, false, Integer.MAX_VALUE);

  /** Painted text where there are colours, or else the text alone. */
  public String paint(Paint paint, String text) {
    return hasColours ? paint.on(text) : text;
  }
}
