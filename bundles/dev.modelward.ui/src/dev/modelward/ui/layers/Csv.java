// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.NodeRow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows as comma-separated values with a header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Csv {
  private static final String END_OF_LINE = "\r\n";

  private Csv() {}

  static String of(List<NodeRow> rows) {
    Stream<String> header = Stream.of(line(Column::title));
    return Stream.concat(header, rows.stream().map(row -> line(column -> column.plain(row))))
        .collect(Collectors.joining(END_OF_LINE, "", END_OF_LINE));
  }

  private static String line(Function<Column, String> cell) {
    return Stream.of(Column.values()).map(cell).map(Csv::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
