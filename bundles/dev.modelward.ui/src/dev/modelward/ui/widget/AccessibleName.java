// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.widget;

import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** The name by which a screen reader calls a control. */
public final class AccessibleName {
  private AccessibleName() {}

  /** Gives a control its name. */
  public static void set(Control control, String name) {
    control
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter((AccessibleEvent event) -> {
              event.result = name;
            }));
  }
}
