// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.chart.ScreenSurface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.LayerRow;
import dev.modelward.ui.widget.AccessibleName;
import dev.modelward.ui.widget.Palette;
import dev.modelward.ui.widget.ThemeColor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The table of layers, in which their blocks are drawn as strips of heat. */
final class HeatTable {
  private static final int MARGIN = 6;
  private static final int BAR = 6;
  private static final int CHIP = 12;
  private static final int ROOM_FOR_TEXT = 54;

  private final Table table;
  private final Map<HeatColumn, TableColumn> columns = new EnumMap<>(HeatColumn.class);
  private Optional<Division> division = Optional.empty();
  private Palette palette;

  HeatTable(Composite parent, Palette palette) {
    this.palette = palette;
    table = new Table(parent, SWT.VIRTUAL | SWT.SINGLE | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    AccessibleName.set(table, Messages.table_name);
    for (HeatColumn column : HeatColumn.values()) {
      TableColumn header = new TableColumn(table, column.style());
      header.setText(column.title());
      header.setToolTipText(column.tip());
      header.setWidth(column.width());
      columns.put(column, header);
    }
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.Resize, e -> fit());
    table.addListener(SWT.PaintItem, this::paint);
  }

  /** The strips take whatever room the other columns leave. */
  private void fit() {
    int others =
        columns.entrySet().stream()
            .filter(entry -> entry.getKey() != HeatColumn.BLOCKS)
            .mapToInt(entry -> entry.getValue().getWidth())
            .sum();
    int room = table.getClientArea().width - others;
    column(HeatColumn.BLOCKS).setWidth(Math.max(HeatColumn.BLOCKS.width(), room));
  }

  private TableColumn column(HeatColumn column) {
    return Objects.requireNonNull(columns.get(column));
  }

  private void fill(Event event) {
    TableItem item = (TableItem) event.item;
    int layer = table.indexOf(item);
    division.filter(shown -> isIn(shown, layer)).ifPresent(shown -> fill(item, shown, layer));
  }

  private static void fill(TableItem item, Division shown, int layer) {
    for (HeatColumn column : HeatColumn.values()) {
      item.setText(column.ordinal(), column.text(shown, layer));
    }
  }

  private static boolean isIn(Division shown, int layer) {
    return layer >= 0 && layer < shown.summary().rows().size();
  }

  private void paint(Event event) {
    int layer = table.indexOf((TableItem) event.item);
    division.filter(shown -> isIn(shown, layer)).ifPresent(shown -> paint(event, shown, layer));
  }

  private void paint(Event event, Division shown, int layer) {
    int width = table.getColumn(event.index).getWidth();
    switch (HeatColumn.values()[event.index]) {
      case BLOCKS -> {
        Area area =
            new Area(
                (double) event.x + MARGIN, event.y + 3.0, width - 2.0 * MARGIN, event.height - 6.0);
        new StripPainter(new ScreenSurface(event.gc), palette)
            .paint(area, shown.summary().strip(layer), shown);
      }
      case SHARE -> bar(event, width, part(shown, layer));
      case TIER -> chip(event, shown.tier(layer));
      case LAYER, SEALED -> {}
    }
  }

  /** The share of a layer beside the greatest one. */
  private static double part(Division shown, int layer) {
    double greatest =
        shown.summary().rows().stream().mapToDouble(LayerRow::ofWeights).max().orElse(1);
    return shown.summary().rows().get(layer).ofWeights() / Math.max(Double.MIN_NORMAL, greatest);
  }

  private static void bar(Event event, int width, double share) {
    int room = width - MARGIN - ROOM_FOR_TEXT;
    boolean isSelected = (event.detail & SWT.SELECTED) != 0;
    event.gc.setBackground(isSelected ? event.gc.getForeground() : ThemeColor.SHARE_BAR.color());
    event.gc.fillRectangle(
        event.x + MARGIN,
        event.y + (event.height - BAR) / 2,
        Math.max(1, (int) Math.round(room * share)),
        BAR);
  }

  private void chip(Event event, int tier) {
    Area chip =
        new Area((double) event.x + MARGIN, event.y + (event.height - CHIP) / 2.0, CHIP, CHIP);
    new ScreenSurface(event.gc).fill(palette.tier(tier), chip);
  }

  /** Shows the layers of a map as they are divided. */
  void show(Division now) {
    boolean isOther = division.filter(old -> old.summary() == now.summary()).isEmpty();
    division = Optional.of(now);
    if (isOther) {
      table.setItemCount(now.summary().rows().size());
      table.deselectAll();
      table.clearAll();
    } else {
      change(now);
    }
  }

  /** Writes only what is written already, and has the rest written when somebody comes there. */
  private void change(Division now) {
    int top = table.getTopIndex();
    int seen = table.getClientArea().height / Math.max(1, table.getItemHeight()) + 1;
    int last = table.getItemCount() - 1;
    int bottom = Math.min(last, top + seen);
    for (int layer = top; layer <= bottom; layer++) {
      TableItem item = table.getItem(layer);
      item.setText(HeatColumn.SEALED.ordinal(), HeatColumn.SEALED.text(now, layer));
      item.setText(HeatColumn.TIER.ordinal(), HeatColumn.TIER.text(now, layer));
    }
    clear(0, top - 1);
    clear(bottom + 1, last);
    table.redraw();
  }

  private void clear(int from, int to) {
    if (from <= to) {
      table.clear(from, to);
    }
  }

  /** Draws in the colours of another theme. */
  void palette(Palette other) {
    palette = other;
    table.redraw();
  }

  /** The layer that is selected. */
  OptionalInt selected() {
    int index = table.getSelectionIndex();
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Selects a layer and shows it. */
  void select(int layer) {
    if (table.getSelectionIndex() != layer) {
      table.setSelection(layer);
      table.showSelection();
    }
  }

  Table control() {
    return table;
  }
}
