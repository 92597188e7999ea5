// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Route;
import java.util.Locale;
import org.eclipse.swt.graphics.RGB;

/** Writes a graph as SVG. */
final class SvgText {
  private final Scene scene;
  private final BoxMetrics metrics;
  private final GraphPalette palette;
  private final StringBuilder text = new StringBuilder();

  SvgText(Scene scene, BoxMetrics metrics, GraphPalette palette) {
    this.scene = scene;
    this.metrics = metrics;
    this.palette = palette;
  }

  String write(Area area) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\""
            + " font-family=\"sans-serif\" font-size=\"%.1f\">",
        area.x(), area.y(), area.width(), area.height(), metrics.lineHeight() * 0.75);
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        area.x(), area.y(), area.width(), area.height(), hex(palette.background()));
    add(
        "<defs><marker id=\"head\" markerWidth=\"8\" markerHeight=\"8\" refX=\"8\" refY=\"4\""
            + " orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"%s\"/></marker></defs>",
        hex(palette.edge()));
    scene.layout().edgesIn(area).forEach(edge -> edge(scene.layout().route(edge)));
    scene.layout().boxesIn(area).forEach(this::box);
    return text.append("</svg>\n").toString();
  }

  private void edge(Route route) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < route.size(); i++) {
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", route.x(i), route.y(i)));
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" marker-end=\"url(#head)\"/>",
        points.toString().strip(), hex(palette.edge()));
  }

  private void box(int index) {
    Box box = scene.layout().diagram().box(index);
    Area area = scene.layout().area(index);
    rectangle(area, palette.box());
    rectangle(
        new Area(area.x(), area.y(), area.width(), metrics.headHeight()), palette.head(box.kind()));
    double x = area.x() + BoxMetrics.PADDING;
    double y = area.y() + metrics.lineHeight();
    line(x, y, box.title(), palette.headText());
    for (String line : box.lines()) {
      y += metrics.lineHeight();
      line(x, y + BoxMetrics.PADDING, line, palette.text());
    }
  }

  private void rectangle(Area area, RGB fill) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\" fill=\"%s\" stroke=\"%s\"/>",
        area.x(), area.y(), area.width(), area.height(), hex(fill), hex(palette.border()));
  }

  private void line(double x, double y, String content, RGB colour) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>",
        x, y, hex(colour), escaped(BoxMetrics.shortened(content)));
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String hex(RGB rgb) {
    return "#%02x%02x%02x".formatted(rgb.red, rgb.green, rgb.blue);
  }

  private static String escaped(String content) {
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
