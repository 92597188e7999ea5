// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What stands in place of a graph whose layout takes its time, or was given up. */
final class Waiting {
  private final Composite space;
  private final Label text;
  private final Button button;
  private Runnable action = () -> {};

  Waiting(Composite parent) {
    space = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginTop = 96;
    layout.verticalSpacing = 16;
    space.setLayout(layout);
    text = new Label(space, SWT.CENTER);
    text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    ThemeColor.QUIET_TEXT.paint(text);
    button = new Button(space, SWT.PUSH);
    button.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false));
    button.addListener(SWT.Selection, e -> action.run());
  }

  /** Says how things are, and offers one thing to do about it. */
  void say(String how, String offer, Runnable offered) {
    text.setText(how);
    button.setText(offer);
    action = offered;
    space.layout();
  }

  Composite control() {
    return space;
  }
}
