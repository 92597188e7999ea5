// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.bot;

import java.util.Locale;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;

/** A look of the whole workbench. */
public enum Theme {
  LIGHT("e4_default"),
  DARK("e4_dark");

  private final String id;

  Theme(String id) {
    this.id = "org.eclipse.e4.ui.css.theme." + id;
  }

  @SuppressWarnings("restriction") // there is no other way to another theme
  public void set() {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
