// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.chart;

import dev.modelward.ui.diagram.Area;
import java.util.Locale;
import org.eclipse.swt.graphics.RGB;

/** A picture as text in the format SVG. */
public final class SvgSurface implements Surface {
  private static final double FONT = 12;
  private static final double LETTER = 0.56 * FONT;
  private static final double LINE = 16;

  private final StringBuilder text = new StringBuilder();
  private final Area area;

  /** An empty picture of an area. */
  public SvgSurface(Area area) {
    this.area = area;
  }

  /** The picture. */
  public String svg() {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.1f %.1f %.1f %.1f\""
                + " font-family=\"sans-serif\" font-size=\"%.1f\">%n",
            area.x(),
            area.y(),
            area.width(),
            area.height(),
            FONT)
        + text
        + "</svg>\n";
  }

  @Override
  public void fill(RGB color, Area filled) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        filled.x(), filled.y(), filled.width(), filled.height(), hex(color));
  }

  @Override
  public void line(Stroke stroke, double... points) {
    StringBuilder places = new StringBuilder();
    for (int i = 0; i + 1 < points.length; i += 2) {
      places.append(String.format(Locale.ROOT, "%.1f,%.1f ", points[i], points[i + 1]));
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"%s/>",
        places.toString().strip(),
        hex(stroke.color()),
        stroke.width(),
        stroke.dash() == Stroke.Dash.DASHED ? " stroke-dasharray=\"6 4\"" : "");
  }

  @Override
  public void dot(RGB color, Area around) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>",
        around.centerX(), around.centerY(), around.width() / 2, hex(color));
  }

  @Override
  public void write(RGB color, Caption caption) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        caption.x(),
        caption.y() + FONT,
        caption.side().name().toLowerCase(Locale.ROOT),
        hex(color),
        escaped(caption.text()));
  }

  @Override
  public double width(String written) {
    return LETTER * written.length();
  }

  @Override
  public double lineHeight() {
    return LINE;
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String hex(RGB rgb) {
    return "#%02x%02x%02x".formatted(rgb.red, rgb.green, rgb.blue);
  }

  private static String escaped(String content) {
    String printable = content.replaceAll("\\p{Cntrl}", " ");
    return printable.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
