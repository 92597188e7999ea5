// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/** The buttons beside a table, and the keys in it that do the same. */
final class ButtonColumn {
  private final Composite space;
  private final Table table;
  private final Button remove;
  private final Button up;
  private final Button down;

  ButtonColumn(Composite parent, ListSpec spec, RowVerbs verbs) {
    table = verbs.table().control();
    space = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 8;
    space.setLayout(layout);
    button(spec.add(), verbs::add);
    remove = button(Messages.remove, verbs::remove);
    up = button(Messages.up, verbs::up);
    down = button(Messages.down, verbs::down);
    table.addListener(SWT.Selection, e -> refresh());
    table.addListener(
        SWT.KeyDown,
        e -> {
          if (e.keyCode == SWT.DEL && e.stateMask == 0) {
            verbs.remove();
          } else if (e.keyCode == SWT.INSERT) {
            verbs.add();
          } else if (e.stateMask == SWT.ALT && e.keyCode == SWT.ARROW_UP) {
            verbs.up();
          } else if (e.stateMask == SWT.ALT && e.keyCode == SWT.ARROW_DOWN) {
            verbs.down();
          }
        });
  }

  private Button button(String text, Runnable verb) {
    Button button = new Button(space, SWT.PUSH);
    button.setText(text);
    button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    button.addListener(SWT.Selection, e -> verb.run());
    return button;
  }

  /** Offers what can be done with what is selected. */
  void refresh() {
    int index = table.getSelectionIndex();
    remove.setEnabled(index >= 0);
    up.setEnabled(index > 0);
    down.setEnabled(index >= 0 && index < table.getItemCount() - 1);
  }

  Composite control() {
    return space;
  }
}
