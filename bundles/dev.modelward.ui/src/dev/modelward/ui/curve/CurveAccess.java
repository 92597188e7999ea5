// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** What a screen reader says of a curve: where the border is that the arrows move. */
@NonNullByDefault({})
final class CurveAccess {
  private CurveAccess() {}

  static void describe(CurveCanvas canvas) {
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = Messages.name;
              }

              @Override
              public void getDescription(AccessibleEvent event) {
                event.result = canvas.text();
              }
            });
    canvas
        .getAccessible()
        .addAccessibleControlListener(
            new AccessibleControlAdapter() {
              @Override
              public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_SLIDER;
              }

              @Override
              public void getValue(AccessibleControlEvent event) {
                event.result = canvas.text();
              }
            });
  }

  static void changed(CurveCanvas canvas) {
    canvas.getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null);
    canvas.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
  }
}
