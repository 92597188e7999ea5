// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.chart;

import dev.modelward.ui.diagram.Area;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;

/** What the widget toolkit draws on. */
public final class ScreenSurface implements Surface {
  private final GC gc;

  /** Draws with a graphics context, which stays with who made it. */
  public ScreenSurface(GC gc) {
    this.gc = gc;
    gc.setAntialias(SWT.ON);
    gc.setTextAntialias(SWT.ON);
  }

  @Override
  public void fill(RGB color, Area area) {
    gc.setBackground(new Color(color));
    int x = round(area.x());
    int y = round(area.y());
    gc.fillRectangle(x, y, round(area.right()) - x, round(area.bottom()) - y);
  }

  @Override
  public void line(Stroke stroke, double... points) {
    gc.setForeground(new Color(stroke.color()));
    gc.setLineWidth(stroke.width());
    gc.setLineStyle(stroke.dash() == Stroke.Dash.DASHED ? SWT.LINE_DASH : SWT.LINE_SOLID);
    int[] rounded = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      rounded[i] = round(points[i]);
    }
    gc.drawPolyline(rounded);
  }

  @Override
  public void dot(RGB color, Area area) {
    gc.setBackground(new Color(color));
    gc.fillOval(round(area.x()), round(area.y()), round(area.width()), round(area.height()));
  }

  @Override
  public void write(RGB color, Caption caption) {
    gc.setForeground(new Color(color));
    double width = width(caption.text());
    double x =
        switch (caption.side()) {
          case START -> caption.x();
          case MIDDLE -> caption.x() - width / 2;
          case END -> caption.x() - width;
        };
    gc.drawString(caption.text(), round(x), round(caption.y()), true);
  }

  @Override
  public double width(String text) {
    return gc.stringExtent(text).x;
  }

  @Override
  public double lineHeight() {
    return gc.getFontMetrics().getHeight();
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }
}
