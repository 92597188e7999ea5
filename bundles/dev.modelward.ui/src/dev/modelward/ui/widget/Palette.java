// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.widget;

import java.util.List;
import org.eclipse.swt.graphics.RGB;

/** The colours of heat, of tiers and of what stands around them, as the theme has them now. */
public record Palette(List<RGB> heat, List<RGB> tiers, RGB background, RGB text, RGB rule) {

  /** Keeps its own copies. */
  public Palette {
    heat = List.copyOf(heat);
    tiers = List.copyOf(tiers);
  }

  /** The colours of the theme. */
  public static Palette current() {
    return new Palette(
        rgbs(
            ThemeColor.HEAT_0,
            ThemeColor.HEAT_1,
            ThemeColor.HEAT_2,
            ThemeColor.HEAT_3,
            ThemeColor.HEAT_4),
        rgbs(
            ThemeColor.TIER_PUBLIC,
            ThemeColor.TIER_1,
            ThemeColor.TIER_2,
            ThemeColor.TIER_3,
            ThemeColor.TIER_4,
            ThemeColor.TIER_5),
        ThemeColor.GRAPH_BACKGROUND.rgb(),
        ThemeColor.GRAPH_TEXT.rgb(),
        ThemeColor.RULE.rgb());
  }

  private static List<RGB> rgbs(ThemeColor... colors) {
    return List.of(colors).stream().map(ThemeColor::rgb).toList();
  }

  /** The colour of a heat from 0 to 1, between those of the nearest stops. */
  public RGB heat(double level) {
    double place = Math.clamp(level, 0, 1) * (heat.size() - 1);
    int stop = Math.min((int) place, heat.size() - 2);
    return mixed(heat.get(stop), heat.get(stop + 1), place - stop);
  }

  /** The colour of a tier; 0 is the public view. */
  public RGB tier(int tier) {
    return tiers.get(Math.min(tier, tiers.size() - 1));
  }

  /** The colour of what is only said beside. */
  public RGB quiet() {
    return mixed(background, text, 0.62);
  }

  /** A colour made faint, to lie behind others. */
  public RGB faint(RGB color) {
    return mixed(background, color, 0.12);
  }

  private static RGB mixed(RGB one, RGB other, double share) {
    return new RGB(
        (int) Math.round(one.red + (other.red - one.red) * share),
        (int) Math.round(one.green + (other.green - one.green) * share),
        (int) Math.round(one.blue + (other.blue - one.blue) * share));
  }
}
