// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import dev.modelward.ui.chart.Caption;
import dev.modelward.ui.chart.Stroke;
import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Measurement;
import dev.modelward.ui.heat.Prediction;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.widget.Palette;
import java.text.DecimalFormat;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.RGB;

/** Draws a curve, what was measured, and the borders over it. */
record CurvePainter(Surface surface, Palette palette, CurveView view) {
  private static final double MARGIN = 8;
  private static final double SIDE = 64;
  private static final double DOT = 7;
  private static final double WHISKER = 4;
  private static final double SAMPLE = 24;
  private static final int LINES = 4;
  private static final int CHOSEN = 3;

  /** Where shares stand in an area that the curve is drawn into. */
  Plot plot(Area all) {
    double line = surface.lineHeight();
    double top = all.y() + MARGIN + line + MARGIN + line + 4;
    double bottom = all.bottom() - 2 * line - MARGIN - 4;
    Area inside = Area.between(all.x() + SIDE, top, all.right() - SIDE, Math.max(top + 1, bottom));
    return new Plot(inside, view.axis(), 0, 1);
  }

  /** Draws all of it; the border that is chosen stands out if the keyboard is at work here. */
  void paint(Area all, int chosen) {
    Plot parts = plot(all);
    Plot quality = parts.of(view.least(), view.greatest());
    boolean isMeasured = !view.prediction().isNone();
    surface.fill(palette.background(), all);
    zones(parts);
    grid(parts);
    levels(parts, isMeasured ? Caption.Side.START : Caption.Side.END);
    RGB ink = isMeasured ? palette.quiet() : palette.heat(1);
    surface.line(
        isMeasured ? Stroke.dashed(ink, 1) : Stroke.solid(ink, 2), view.ascent().points(parts));
    if (isMeasured) {
      qualities(quality);
      measured(quality);
    }
    borders(parts, chosen);
    legend(all, isMeasured);
  }

  private void zones(Plot plot) {
    List<Double> shares = view.division().borders().shares();
    double from = plot.area().x();
    for (int zone = 0; zone <= shares.size(); zone++) {
      double to = zone < shares.size() ? plot.x(shares.get(zone)) : plot.area().right();
      RGB color = palette.faint(palette.tier(shares.size() - zone));
      surface.fill(color, Area.between(from, plot.area().y(), to, plot.area().bottom()));
      from = to;
    }
  }

  private void grid(Plot plot) {
    Area area = plot.area();
    Stroke rule = Stroke.solid(palette.rule(), 1);
    for (double share : plot.axis().ticks()) {
      double x = plot.x(share);
      surface.line(rule, x, area.y(), x, area.bottom());
      surface.write(palette.quiet(), caption(tick(share), x, area.bottom() + 4));
    }
    for (int i = 0; i <= LINES; i++) {
      double y = plot.y((double) i / LINES);
      surface.line(rule, area.x(), y, area.right(), y);
    }
    double below = area.bottom() + 4 + surface.lineHeight();
    surface.write(palette.quiet(), caption(Messages.axis_share, area.centerX(), below));
  }

  private static Caption caption(String text, double x, double y) {
    return new Caption(text, x, y, Caption.Side.MIDDLE);
  }

  private static String tick(double share) {
    return new DecimalFormat("0.###").format(share * 100) + " %";
  }

  /** The percentages of all scores, at one side. */
  private void levels(Plot plot, Caption.Side side) {
    for (int i = 0; i <= LINES; i++) {
      double part = (double) i / LINES;
      level(plot, side, tick(part), plot.y(part));
    }
  }

  private void level(Plot plot, Caption.Side side, String text, double y) {
    boolean isLeft = side == Caption.Side.END;
    double x = isLeft ? plot.area().x() - MARGIN : plot.area().right() + MARGIN;
    double above = y - surface.lineHeight() / 2;
    surface.write(palette.quiet(), new Caption(text, x, above, side));
  }

  private void qualities(Plot plot) {
    for (int i = 0; i <= LINES; i++) {
      double value = plot.low() + (plot.high() - plot.low()) * i / LINES;
      level(plot, Caption.Side.END, quality(view.prediction(), value), plot.y(value));
    }
  }

  /** How good something is, in the unit of what was measured. */
  static String quality(Prediction prediction, double value) {
    return prediction.isShare() ? Figures.share(value) : new DecimalFormat("0.00").format(value);
  }

  private void measured(Plot plot) {
    Prediction prediction = view.prediction();
    Stroke stroke = Stroke.solid(palette.text(), 2);
    double[] line = new double[2 * prediction.points().size() + 2];
    line[0] = plot.area().x();
    line[1] = plot.y(prediction.plain());
    int next = 2;
    for (Measurement point : prediction.points()) {
      line[next++] = plot.x(point.share());
      line[next++] = plot.y(point.mean());
    }
    surface.line(stroke, line);
    prediction.points().forEach(point -> interval(plot, point));
  }

  private void interval(Plot plot, Measurement point) {
    Stroke thin = Stroke.solid(palette.text(), 1);
    double x = plot.x(point.share());
    double low = within(plot, point.low());
    double high = within(plot, point.high());
    surface.line(thin, x, low, x, high);
    surface.line(thin, x - WHISKER, low, x + WHISKER, low);
    surface.line(thin, x - WHISKER, high, x + WHISKER, high);
    surface.dot(palette.text(), new Area(x - DOT / 2, plot.y(point.mean()) - DOT / 2, DOT, DOT));
  }

  private static double within(Plot plot, double value) {
    return plot.y(Math.clamp(value, plot.low(), plot.high()));
  }

  private void borders(Plot plot, int chosen) {
    List<Double> shares = view.division().borders().shares();
    for (int border = 0; border < shares.size(); border++) {
      int tier = view.division().borders().tier(border);
      RGB color = palette.tier(tier);
      double x = plot.x(shares.get(border));
      double y = plot.area().y();
      double line = surface.lineHeight();
      int width = border == chosen ? CHOSEN : 1;
      surface.line(Stroke.solid(color, width), x, y, x, plot.area().bottom());
      double half = Math.max(line, surface.width(String.valueOf(tier)) + MARGIN) / 2;
      surface.fill(color, new Area(x - half, y - line - 2, 2 * half, line + 2));
      surface.write(palette.background(), caption(String.valueOf(tier), x, y - line - 1));
      if (border == chosen) {
        Area under = new Area(x - half, y + 1, 2 * half, 2);
        surface.fill(color, under);
      }
    }
  }

  private void legend(Area all, boolean isMeasured) {
    double x = all.x() + SIDE;
    double y = all.y() + MARGIN;
    if (isMeasured) {
      String metric = NLS.bind(Messages.legend_quality, view.prediction().metric());
      x = sample(Stroke.solid(palette.text(), 2), metric, x, y);
      sample(Stroke.dashed(palette.quiet(), 1), Messages.legend_scores, x, y);
    } else {
      x = sample(Stroke.solid(palette.heat(1), 2), Messages.legend_scores, x, y);
      surface.write(
          palette.quiet(), new Caption(Messages.legend_unmeasured, x, y, Caption.Side.START));
    }
  }

  private double sample(Stroke stroke, String text, double x, double y) {
    double middle = y + surface.lineHeight() / 2;
    surface.line(stroke, x, middle, x + SAMPLE, middle);
    double from = x + SAMPLE + MARGIN;
    surface.write(palette.text(), new Caption(text, from, y, Caption.Side.START));
    return from + surface.width(text) + 2 * MARGIN;
  }
}
