// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Cells {
  private final List<List<String>> lines = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> line = new ArrayList<>();
  private boolean isQuoted;

  private Cells() {}

  static List<List<String>> of(String text) {
    Cells cells = new Cells();
    for (int i = 0; i < text.length(); i++) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
      boolean isDouble = cells.isQuoted && text.charAt(i) == '"' && next == '"';
      if (isDouble) {
        cells.cell.append('"');
        i++;
      } else {
        cells.read(text.charAt(i));
      }
    }
    if (!cells.line.isEmpty() || !cells.cell.isEmpty()) {
      cells.endLine();
    }
    return cells.lines;
  }

  private void read(char letter) {
    if (letter == '"') {
      isQuoted = !isQuoted;
    } else if (isQuoted) {
      cell.append(letter);
    } else {
      switch (letter) {
        case ',' -> endCell();
        case '\n' -> endLine();
        case '\r' -> {}
        default -> cell.append(letter);
      }
    }
  }

  private void endCell() {
    line.add(cell.toString());
    cell.setLength(0);
  }

  private void endLine() {
    endCell();
    lines.add(line);
    line = new ArrayList<>();
  }
}
