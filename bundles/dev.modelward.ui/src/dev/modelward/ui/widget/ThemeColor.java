// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.widget;

import java.util.Optional;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** A colour that the person at the screen, or the theme, may choose. */
public enum ThemeColor {
  QUIET_TEXT("quietText"),
  RULE("rule"),
  SHARE_BAR("shareBar"),
  ACCENT("accent"),
  GRAPH_BACKGROUND("graphBackground"),
  GRAPH_TEXT("graphText"),
  HEAT_0("heat0"),
  HEAT_1("heat1"),
  HEAT_2("heat2"),
  HEAT_3("heat3"),
  HEAT_4("heat4"),
  TIER_PUBLIC("tierPublic"),
  TIER_1("tier1"),
  TIER_2("tier2"),
  TIER_3("tier3"),
  TIER_4("tier4"),
  TIER_5("tier5"),
  PLAN_KEY("planKey"),
  PLAN_QUOTED("planQuoted"),
  PLAN_AMOUNT("planAmount"),
  BROKEN("broken");

  private static final String PREFIX = "dev.modelward.ui.";
  private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

  private final String name;

  ThemeColor(String name) {
    this.name = name;
  }

  /** The colour as the theme has it now. */
  public Color color() {
    return Optional.ofNullable(registry().get(PREFIX + name))
        .orElseThrow(() -> new IllegalStateException("expected theme colour " + name));
  }

  /** The colour as the theme has it now, by its parts. */
  public RGB rgb() {
    return color().getRGB();
  }

  /** Writes the texts of a control in this colour, through all changes of the theme. */
  public void paint(Control control) {
    control.setForeground(color());
    // the style engine sets colours later than we do, and would set its own
    control.setData(CSS_CLASS, "ModelWard-" + name);
  }

  private static ColorRegistry registry() {
    return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
  }
}
