// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * JSON on its way to a writer: nothing is kept but what is still open. Every character beyond ASCII
 * is escaped, so that no encoding on the way can harm it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonStream {
  private static final String INDENT = "  ";

  private final Writer out;
  private final Deque<Level> open = new ArrayDeque<>();
  private boolean isFirst = true;
  private boolean isNamed;

  JsonStream(Writer out) {
    this.out = out;
  }

  /** How what is open is laid out. */
  enum Layout {
    /** Everything in it has a line of its own. */
    LINES,
    /** All of it in one line. */
    INLINE
  }

  /** What is open. */
  private record Level(char close, Layout layout) {}

  JsonStream object(Layout layout) throws IOException {
    return begin('{', new Level('}', layout));
  }

  JsonStream array(Layout layout) throws IOException {
    return begin('[', new Level(']', layout));
  }

  private JsonStream begin(char bracket, Level level) throws IOException {
    next();
    out.write(bracket);
    open.push(level);
    isFirst = true;
    return this;
  }

  /** Closes what was opened last. */
  JsonStream end() throws IOException {
    Level level = open.pop();
    if (level.layout() == Layout.LINES && !isFirst) {
      newLine();
    }
    out.write(level.close());
    isFirst = false;
    if (open.isEmpty()) {
      newLine();
    }
    return this;
  }

  /** Names the value that comes next. */
  JsonStream key(String name) throws IOException {
    value(name);
    out.write(": ");
    isNamed = true;
    return this;
  }

  JsonStream value(String text) throws IOException {
    next();
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      write(text.charAt(i));
    }
    out.write('"');
    return this;
  }

  JsonStream value(long number) throws IOException {
    return literal(Long.toString(number));
  }

  /** A number that reads back exactly as a float; null where it is none. */
  JsonStream value(float number) throws IOException {
    return literal(Float.isFinite(number) ? Float.toString(number) : "null");
  }

  /** A number that reads back exactly as a double; null where it is none. */
  JsonStream value(double number) throws IOException {
    return literal(Double.isFinite(number) ? Double.toString(number) : "null");
  }

  private JsonStream literal(String text) throws IOException {
    next();
    out.write(text);
    return this;
  }

  /** Whatever must stand between the value before and the next one. */
  private void next() throws IOException {
    if (!isNamed && !open.isEmpty()) {
      boolean isInLines = open.element().layout() == Layout.LINES;
      if (!isFirst) {
        out.write(isInLines ? "," : ", ");
      }
      if (isInLines) {
        newLine();
      }
    }
    isNamed = false;
    isFirst = false;
  }

  private void newLine() throws IOException {
    out.write('\n');
    for (int i = 0; i < open.size(); i++) {
      out.write(INDENT);
    }
  }

  private void write(char unit) throws IOException {
    switch (unit) {
      case '"' -> out.write("\\\"");
      case '\\' -> out.write("\\\\");
      case '\n' -> out.write("\\n");
      case '\r' -> out.write("\\r");
      case '\t' -> out.write("\\t");
      default -> {
        if (unit >= ' ' && unit <= '~') {
          out.write(unit);
        } else {
          out.write("\\u");
          out.write(HexFormat.of().toHexDigits(unit));
        }
      }
    }
  }
}
