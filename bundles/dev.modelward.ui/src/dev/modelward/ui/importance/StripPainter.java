// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.Strip;
import dev.modelward.ui.widget.Palette;

/**
 * Draws the blocks of a layer in a row: how hot they are, and below it the tiers that they fall in,
 * the higher the taller.
 */
record StripPainter(Surface surface, Palette palette) {
  /** More colours cannot be told apart. */
  private static final int SHADES = 40;

  private static final double MARKS = 6;

  /** Narrower cells are not seen, and take their time. */
  private static final double FINEST = 2;

  private static final int UNSEEN = -1;

  void paint(Area area, Strip strip, Division division) {
    int cells = Math.min(strip.cells(), Math.max(1, (int) (area.width() / FINEST)));
    double heat = area.height() - MARKS - 1;
    Area above = new Area(area.x(), area.y(), area.width(), heat);
    new Runs(above, cells) {
      @Override
      int kind(int cell) {
        return (int) Math.round(strip.level(cell, cells) * SHADES);
      }

      @Override
      void fill(int kind, Area run) {
        surface.fill(palette.heat((double) kind / SHADES), run);
      }
    }.paint();
    Area below = new Area(area.x(), above.bottom() + 1, area.width(), MARKS);
    new Runs(below, cells) {
      @Override
      int kind(int cell) {
        return division.tier(strip, cell, cells);
      }

      @Override
      void fill(int kind, Area run) {
        mark(kind, division.tiers(), run);
      }
    }.paint();
  }

  private void mark(int tier, int tiers, Area run) {
    double height = Math.max(2, MARKS * tier / tiers);
    if (tier > 0) {
      surface.fill(palette.tier(tier), new Area(run.x(), run.y(), run.width(), height));
    }
  }

  /** Cells side by side, those of a kind as one. */
  private abstract static class Runs {
    private final Area area;
    private final int cells;

    Runs(Area area, int cells) {
      this.area = area;
      this.cells = cells;
    }

    abstract int kind(int cell);

    abstract void fill(int kind, Area run);

    void paint() {
      int from = 0;
      int kind = UNSEEN;
      for (int cell = 0; cell <= cells; cell++) {
        int next = cell < cells ? kind(cell) : UNSEEN;
        if (next != kind && cell > 0) {
          double left = area.x() + area.width() * from / cells;
          double right = area.x() + area.width() * cell / cells;
          fill(kind, Area.between(left, area.y(), right, area.bottom()));
          from = cell;
        }
        kind = next;
      }
    }
  }
}
