// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text under titles, aligned, and no wider than the screen if that can be. */
public final class Table {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final int NARROWEST_NAME = 12;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table of some columns, without rows. */
  public Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row of one text for each column. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Writes the table. */
  public void print(Console console) {
    Screen screen = console.screen();
    List<Integer> shown = shown(screen.width());
    int[] widths = widths(shown, screen.width());
    List<String> titles = columns.stream().map(Column::title).toList();
    console.line(INDENT + screen.paint(Paint.FAINT, line(titles, shown, widths)));
    for (List<String> row : rows) {
      console.line(INDENT + line(row, shown, widths));
    }
  }

  private String line(List<String> cells, List<Integer> shown, int[] widths) {
    return shown.stream()
        .map(column -> columns.get(column).fit(cells.get(column), widths[column]))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  /** All columns, or as many as there is room for; the last extra one goes first. */
  private List<Integer> shown(int room) {
    List<Integer> shown = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
    List<Integer> extra =
        new ArrayList<>(shown.stream().filter(c -> columns.get(c).kind().isExtra()).toList());
    while (least(shown) > room && !extra.isEmpty()) {
      shown.remove(extra.removeLast());
    }
    return shown;
  }

  private int least(List<Integer> shown) {
    return total(shown, column -> leastWidth(column));
  }

  private int leastWidth(int column) {
    int widest = widest(column);
    boolean shrinks = columns.get(column).kind() == Column.Kind.NAME;
    return shrinks ? Math.min(NARROWEST_NAME, widest) : widest;
  }

  private int[] widths(List<Integer> shown, int room) {
    int spare = Math.max(0, room - least(shown));
    int[] widths = new int[columns.size()];
    for (int column : shown) {
      int least = leastWidth(column);
      widths[column] = least + Math.min(spare, widest(column) - least);
      spare -= widths[column] - least;
    }
    return widths;
  }

  private int total(List<Integer> shown, java.util.function.IntUnaryOperator width) {
    int gaps = INDENT.length() + GAP.length() * (shown.size() - 1);
    return gaps + shown.stream().mapToInt(Integer::intValue).map(width).sum();
  }

  private int widest(int column) {
    int title = columns.get(column).title().length();
    return Math.max(title, rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }
}
