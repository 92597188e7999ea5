// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.kernel;

import dev.modelward.ui.chart.Caption;
import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.widget.Palette;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.RGB;

/** Draws a layer from near. */
record LayerPainter(Surface surface, Palette palette) {
  private static final double MARGIN = 16;
  private static final double GAP = 8;
  private static final double HIGHEST = 120;

  void paint(Area all, LayerView view) {
    double line = surface.lineHeight();
    double left = all.x() + MARGIN;
    double width = all.width() - 2 * MARGIN;
    double half = (width - MARGIN) / 2;
    double y = all.y() + GAP;
    write(palette.text(), view.title(), left, y);
    y += line + GAP;
    write(palette.quiet(), Messages.weights, left, y);
    write(palette.quiet(), Messages.scores, left + half + MARGIN, y);
    y += line + 2;
    double height = Math.min(HIGHEST, (all.bottom() - y) / 2);
    HistogramPainter histograms = new HistogramPainter(surface, palette);
    histograms.weights(new Area(left, y, half, height), view.sight().weights());
    histograms.scores(
        new Area(left + half + MARGIN, y, half, height), view.sight().layer(), view.division());
    y += height + GAP;
    String kernels = NLS.bind(Messages.kernels, view.sight().kernels().size());
    write(palette.quiet(), kernels, left, y);
    y += line + GAP;
    Area rest = Area.between(left, y, left + width, Math.max(y, all.bottom()));
    new KernelPainter(surface, palette).paint(rest, view.sight().kernels(), view.division());
  }

  /** Draws in place of a layer that nobody selected. */
  void paintNothing(Area all) {
    double y = all.y() + MARGIN;
    surface.write(
        palette.quiet(), new Caption(Messages.nothing, all.centerX(), y, Caption.Side.MIDDLE));
  }

  private void write(RGB color, String text, double x, double y) {
    surface.write(color, new Caption(text, x, y, Caption.Side.START));
  }
}
