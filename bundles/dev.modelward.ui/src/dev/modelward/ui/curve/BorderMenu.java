// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import dev.modelward.ui.heat.Borders;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The menu of a curve: one border more, or one less. */
final class BorderMenu {
  private BorderMenu() {}

  static void of(CurveCanvas canvas) {
    Menu menu = new Menu(canvas);
    MenuItem add = new MenuItem(menu, SWT.PUSH);
    add.setText(Messages.border_add);
    add.addListener(
        SWT.Selection,
        event -> canvas.view().ifPresent(now -> canvas.ask(now.division().borders().more())));
    MenuItem remove = new MenuItem(menu, SWT.PUSH);
    remove.setText(Messages.border_remove);
    remove.addListener(
        SWT.Selection,
        event ->
            canvas
                .view()
                .ifPresent(now -> canvas.ask(now.division().borders().without(now.border()))));
    menu.addListener(
        SWT.Show,
        event -> {
          int count = canvas.view().map(now -> now.division().tiers()).orElse(0);
          add.setEnabled(count > 0 && count < Borders.MOST);
          remove.setEnabled(count > 1);
        });
    canvas.setMenu(menu);
  }
}
