// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/** The colours of a graph, for one theme. */
public record GraphPalette(
    RGB background, RGB box, RGB text, RGB quiet, RGB edge, RGB accent, boolean isDark) {
  private static final int DARK_BELOW = 128;

  /** For a light theme. */
  public static GraphPalette light() {
    return of(new RGB(255, 255, 255), new RGB(32, 33, 36), new RGB(11, 99, 206));
  }

  /** For a dark theme. */
  public static GraphPalette dark() {
    return of(new RGB(30, 31, 34), new RGB(223, 225, 229), new RGB(98, 166, 255));
  }

  /** Derives all colours from those of a theme. */
  public static GraphPalette of(RGB background, RGB foreground, RGB accent) {
    int light = (background.red * 3 + background.green * 6 + background.blue) / 10;
    boolean dark = light < DARK_BELOW;
    return new GraphPalette(
        background,
        mixed(background, foreground, dark ? 0.09 : 0.03),
        foreground,
        mixed(background, foreground, 0.62),
        mixed(background, foreground, dark ? 0.42 : 0.38),
        accent,
        dark);
  }

  private static RGB mixed(RGB a, RGB b, double share) {
    return new RGB(
        (int) Math.round(a.red + (b.red - a.red) * share),
        (int) Math.round(a.green + (b.green - a.green) * share),
        (int) Math.round(a.blue + (b.blue - a.blue) * share));
  }

  /** The colour of a box's head, by the kind of the box. */
  public RGB head(String kind) {
    RGB head =
        switch (kind) {
          case "layer" -> new RGB(44, 98, 158);
          case "activation" -> new RGB(166, 70, 58);
          case "pool" -> new RGB(42, 122, 92);
          case "normalization" -> new RGB(84, 118, 46);
          case "shape" -> new RGB(112, 84, 138);
          case "math" -> new RGB(74, 92, 112);
          case "control" -> new RGB(160, 102, 26);
          case "input", "output" -> new RGB(70, 74, 82);
          default -> new RGB(98, 102, 110);
        };
    return isDark ? mixed(head, new RGB(255, 255, 255), 0.08) : head;
  }

  /** The line around a box. */
  public RGB border() {
    return mixed(background, text, isDark ? 0.28 : 0.22);
  }

  /** What stands on a head. */
  public RGB headText() {
    return new RGB(255, 255, 255);
  }

  /** The ground under boxes that were found. */
  public RGB found() {
    return isDark ? new RGB(122, 96, 20) : new RGB(255, 226, 130);
  }

  public static Color color(RGB rgb) {
    return new Color(rgb);
  }
}
