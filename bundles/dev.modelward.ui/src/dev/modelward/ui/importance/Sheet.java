// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.chart.Caption;
import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.sheet.HeatCsv;
import dev.modelward.ui.sheet.SheetExport;
import dev.modelward.ui.widget.Palette;
import org.eclipse.swt.graphics.RGB;

/** A desk on paper: all layers in rows, not only those that are seen, and the curve beside. */
record Sheet(Desk desk, Division division, Palette palette) {
  private static final double WIDTH = 1280;
  private static final double ROW = 24;
  private static final double MARGIN = 16;
  private static final double LEFT = 680;
  private static final double STRIP = 200;
  private static final double LEAST = 640;

  SheetExport export() {
    double rows = division.summary().rows().size() + 2.0;
    Area area = new Area(0, 0, WIDTH, Math.max(LEAST, rows * ROW + 2 * MARGIN));
    return new SheetExport(this::draw, area, HeatCsv.of(division));
  }

  private void draw(Surface surface, Area area) {
    surface.fill(palette.background(), area);
    double y = area.y() + MARGIN;
    for (HeatColumn column : HeatColumn.values()) {
      write(surface, palette.quiet(), new Cell(column, column.title(), y));
    }
    for (int layer = 0; layer < division.summary().rows().size(); layer++) {
      y += ROW;
      row(surface, layer, y);
    }
    double half = LEAST / 2;
    desk.curve().paint(surface, new Area(LEFT, area.y(), WIDTH - LEFT, half));
    desk.layer().paint(surface, new Area(LEFT, area.y() + half, WIDTH - LEFT, half));
  }

  private void row(Surface surface, int layer, double y) {
    for (HeatColumn column : HeatColumn.values()) {
      write(surface, palette.text(), new Cell(column, column.text(division, layer), y));
    }
    Area strip = new Area(left(HeatColumn.BLOCKS), y, STRIP - MARGIN, ROW - 4);
    new StripPainter(surface, palette).paint(strip, division.summary().strip(layer), division);
    double x = left(HeatColumn.TIER) + MARGIN;
    surface.fill(palette.tier(division.tier(layer)), new Area(x, y + 2, 12, 12));
  }

  /** A text in a column. */
  private record Cell(HeatColumn column, String text, double y) {}

  private static void write(Surface surface, RGB color, Cell cell) {
    HeatColumn column = cell.column();
    boolean isLeft = column == HeatColumn.LAYER || column == HeatColumn.BLOCKS;
    double x = isLeft ? left(column) : left(column) + column.width();
    Caption.Side side = isLeft ? Caption.Side.START : Caption.Side.END;
    surface.write(color, new Caption(cell.text(), x, cell.y(), side));
  }

  private static double left(HeatColumn column) {
    double x = MARGIN;
    for (HeatColumn before : HeatColumn.values()) {
      if (before.compareTo(column) < 0) {
        x += before == HeatColumn.BLOCKS ? STRIP : before.width();
      }
    }
    return x;
  }
}
