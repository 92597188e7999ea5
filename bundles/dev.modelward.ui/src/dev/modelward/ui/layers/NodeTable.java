// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.NodeRow;
import dev.modelward.ui.widget.AccessibleName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The table of nodes, which fills only the rows that one sees. */
final class NodeTable {
  private final Table table;
  private final Map<Column, TableColumn> columns = new EnumMap<>(Column.class);
  private final Map<Element, Integer> positions = new HashMap<>();
  private List<NodeRow> rows = List.of();
  private double greatestShare = 1;

  NodeTable(Composite parent) {
    table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    AccessibleName.set(table, Messages.table_name);
    for (Column column : Column.values()) {
      TableColumn header = new TableColumn(table, column.style());
      header.setText(column.title());
      header.setWidth(column.width());
      header.setMoveable(true);
      columns.put(column, header);
    }
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.Resize, e -> fit());
    table.addListener(SWT.PaintItem, new ShareBar(this)::handle);
  }

  /** The names take whatever room the other columns leave. */
  private void fit() {
    int others =
        columns.entrySet().stream()
            .filter(entry -> entry.getKey() != Column.LAYER)
            .mapToInt(entry -> entry.getValue().getWidth())
            .sum();
    int room = table.getClientArea().width - others;
    header(Column.LAYER).setWidth(Math.max(Column.LAYER.width(), room));
  }

  private TableColumn header(Column column) {
    return Objects.requireNonNull(columns.get(column));
  }

  private void fill(Event event) {
    row(event).ifPresent(row -> fill((TableItem) event.item, row));
  }

  private static void fill(TableItem item, NodeRow row) {
    item.setText(Arrays.stream(Column.values()).map(c -> c.text(row)).toArray(String[]::new));
  }

  /** The row of a table event, unless the table changed meanwhile. */
  Optional<NodeRow> row(Event event) {
    int index = table.indexOf((TableItem) event.item);
    return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
  }

  Table control() {
    return table;
  }

  void onHeader(Consumer<Column> click) {
    columns.forEach(
        (column, header) -> header.addListener(SWT.Selection, e -> click.accept(column)));
  }

  /** Shows rows, which stand in an order already. */
  void show(List<NodeRow> shown, RowOrder order) {
    rows = shown;
    positions.clear();
    for (int i = 0; i < rows.size(); i++) {
      positions.put(rows.get(i).place(), i);
    }
    table.setRedraw(false);
    table.deselectAll();
    table.setItemCount(rows.size());
    table.clearAll();
    showOrder(order);
    table.setRedraw(true);
  }

  private void showOrder(RowOrder order) {
    boolean file = order.way() == RowOrder.Way.AS_IN_FILE;
    table.setSortColumn(file ? null : header(order.column()));
    table.setSortDirection(
        switch (order.way()) {
          case AS_IN_FILE -> SWT.NONE;
          case FIRST -> SWT.UP;
          case REVERSED -> SWT.DOWN;
        });
  }

  /** Leaves a column out that would be empty. */
  void showGraphs(boolean visible) {
    TableColumn graph = header(Column.GRAPH);
    graph.setWidth(visible ? Column.GRAPH.width() : 0);
    graph.setResizable(visible);
    fit();
  }

  /** Against what the bars of the shares are drawn. */
  void measureShares(List<NodeRow> all) {
    greatestShare = all.stream().mapToDouble(row -> row.burden().share()).max().orElse(1);
  }

  double greatestShare() {
    return greatestShare > 0 ? greatestShare : 1;
  }

  List<NodeRow> rows() {
    return rows;
  }

  List<NodeRow> selectedRows() {
    return Arrays.stream(table.getSelectionIndices()).sorted().mapToObj(rows::get).toList();
  }

  List<Element> selected() {
    return selectedRows().stream().<Element>map(NodeRow::place).toList();
  }

  /** Selects the rows of elements and shows the first of them. */
  void select(List<Element> elements) {
    int[] indices =
        elements.stream()
            .map(element -> positions.getOrDefault(element, -1))
            .filter(index -> index >= 0)
            .mapToInt(Integer::intValue)
            .toArray();
    if (!Arrays.equals(indices, table.getSelectionIndices())) {
      table.setSelection(indices);
      table.showSelection();
    }
  }
}
