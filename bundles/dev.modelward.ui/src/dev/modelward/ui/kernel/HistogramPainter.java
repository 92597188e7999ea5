// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.kernel;

import dev.modelward.ui.chart.Caption;
import dev.modelward.ui.chart.Stroke;
import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Cut;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.Histogram;
import dev.modelward.ui.widget.Palette;
import java.util.function.IntFunction;
import org.eclipse.swt.graphics.RGB;

/** Draws how often numbers fall into the parts of a range. */
record HistogramPainter(Surface surface, Palette palette) {
  private static final double GAP = 4;

  /** Draws the values of weights. */
  void weights(Area area, Histogram histogram) {
    Area bars = bars(area);
    paint(bars, histogram, part -> palette.tier(0));
    ends(bars, "%.2g".formatted(histogram.low()), "%.2g".formatted(histogram.high()));
    if (histogram.low() < 0 && histogram.high() > 0) {
      double zero =
          bars.x() + bars.width() * -histogram.low() / (histogram.high() - histogram.low());
      surface.line(Stroke.dashed(palette.quiet(), 1), zero, bars.y(), zero, bars.bottom());
      surface.write(
          palette.quiet(), new Caption("0", zero, bars.bottom() + GAP, Caption.Side.MIDDLE));
    }
  }

  /** Draws the scores of a layer's blocks, and where the borders lie among them. */
  void scores(Area area, int layer, Division division) {
    Area bars = bars(area);
    Histogram histogram = division.summary().levels(layer);
    paint(bars, histogram, part -> palette.heat(histogram.from(part)));
    ends(
        bars,
        "%.1e".formatted(division.summary().scale().density(0)),
        "%.1e".formatted(division.summary().scale().density(1)));
    for (int border = 0; border < division.cuts().size(); border++) {
      Cut cut = division.cuts().get(border);
      if (cut.blocks() > 0) {
        border(bars, cut.level(), division.borders().tier(border));
      }
    }
  }

  private void border(Area bars, double level, int tier) {
    double x = bars.x() + bars.width() * level;
    surface.line(Stroke.solid(palette.tier(tier), 2), x, bars.y(), x, bars.bottom());
    surface.write(
        palette.text(), new Caption(String.valueOf(tier), x + GAP, bars.y(), Caption.Side.START));
  }

  private Area bars(Area area) {
    double bottom = area.bottom() - surface.lineHeight() - GAP;
    return Area.between(area.x(), area.y(), area.right(), Math.max(area.y() + 1, bottom));
  }

  private void paint(Area bars, Histogram histogram, IntFunction<RGB> color) {
    double width = bars.width() / histogram.counts().size();
    double highest = Math.max(1, histogram.highest());
    for (int part = 0; part < histogram.counts().size(); part++) {
      long count = histogram.counts().get(part);
      double height = count == 0 ? 0 : Math.max(1, bars.height() * count / highest);
      double x = bars.x() + part * width;
      surface.fill(color.apply(part), new Area(x, bars.bottom() - height, width, height));
    }
    surface.line(
        Stroke.solid(palette.rule(), 1), bars.x(), bars.bottom(), bars.right(), bars.bottom());
  }

  private void ends(Area bars, String low, String high) {
    double y = bars.bottom() + GAP;
    surface.write(palette.quiet(), new Caption(low, bars.x(), y, Caption.Side.START));
    surface.write(palette.quiet(), new Caption(high, bars.right(), y, Caption.Side.END));
  }
}
