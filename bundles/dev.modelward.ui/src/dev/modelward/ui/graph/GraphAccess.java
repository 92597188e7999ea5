// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Box;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** What a screen reader says of a graph: how much there is, and which box is selected. */
@NonNullByDefault({})
final class GraphAccess {
  private GraphAccess() {}

  static void describe(GraphCanvas canvas) {
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = name(canvas);
              }

              @Override
              public void getDescription(AccessibleEvent event) {
                event.result = size(canvas);
              }
            });
    canvas
        .getAccessible()
        .addAccessibleControlListener(
            new AccessibleControlAdapter() {
              @Override
              public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_CANVAS;
              }

              @Override
              public void getValue(AccessibleControlEvent event) {
                event.result = name(canvas);
              }
            });
  }

  static void selectionChanged(GraphCanvas canvas) {
    canvas.getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null);
    canvas.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
  }

  private static String name(GraphCanvas canvas) {
    return canvas.selection().map(GraphAccess::text).orElseGet(() -> size(canvas));
  }

  private static String text(Box box) {
    return box.lines().isEmpty()
        ? box.title()
        : box.title() + ", " + String.join(", ", box.lines());
  }

  private static String size(GraphCanvas canvas) {
    return Messages.size.formatted(
        canvas.scene().layout().diagram().boxes().size(),
        canvas.scene().layout().diagram().edges().size());
  }
}
