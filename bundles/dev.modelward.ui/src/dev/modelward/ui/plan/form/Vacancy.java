// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What stands in place of a table without rows: why, and a button for what to do next. */
final class Vacancy {
  private final Composite space;
  private final Label text;
  private final Button button;
  private Runnable next = () -> {};

  Vacancy(Composite parent) {
    space = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 16;
    layout.marginTop = 64;
    space.setLayout(layout);
    text = new Label(space, SWT.CENTER | SWT.WRAP);
    text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    ThemeColor.QUIET_TEXT.paint(text);
    button = new Button(space, SWT.PUSH);
    button.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false));
    button.addListener(SWT.Selection, e -> next.run());
  }

  void say(String why, String what, Runnable todo) {
    text.setText(why.replace("&", "&&"));
    button.setText(what);
    next = todo;
    space.layout();
  }

  Composite control() {
    return space;
  }
}
