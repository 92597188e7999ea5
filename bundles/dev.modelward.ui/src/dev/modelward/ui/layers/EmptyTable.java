// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What stands in place of a table without rows. */
final class EmptyTable {
  private final Composite space;
  private final Label text;
  private final Button showAll;

  EmptyTable(Composite parent, Runnable all) {
    space = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 16;
    layout.marginTop = 64;
    space.setLayout(layout);
    text = new Label(space, SWT.CENTER | SWT.WRAP);
    text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    ThemeColor.QUIET_TEXT.paint(text);
    showAll = new Button(space, SWT.PUSH);
    showAll.setText(Messages.empty_showAll);
    showAll.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false));
    showAll.addListener(SWT.Selection, e -> all.run());
  }

  /** Says why there is nothing, and offers a way out if there is one. */
  void say(String why, boolean wayOut) {
    text.setText(why);
    showAll.setVisible(wayOut);
    space.layout();
  }

  Composite control() {
    return space;
  }
}
