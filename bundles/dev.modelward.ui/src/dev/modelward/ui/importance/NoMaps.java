// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What stands in place of a map that is not there: why, and one thing to do about it. */
final class NoMaps {
  private static final int WIDTH = 560;

  private final Composite space;
  private final Label title;
  private final Label text;
  private final Button button;
  private Runnable action = () -> {};

  NoMaps(Composite parent) {
    space = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginTop = 64;
    layout.verticalSpacing = 16;
    space.setLayout(layout);
    title = label();
    title.setFont(JFaceResources.getHeaderFont());
    text = label();
    ThemeColor.QUIET_TEXT.paint(text);
    button = new Button(space, SWT.PUSH);
    button.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false));
    button.addListener(SWT.Selection, e -> action.run());
  }

  private Label label() {
    Label label = new Label(space, SWT.CENTER | SWT.WRAP);
    GridData data = new GridData(SWT.CENTER, SWT.TOP, true, false);
    data.widthHint = WIDTH;
    label.setLayoutData(data);
    return label;
  }

  /** Says what is the matter, and why. */
  void say(String what, String why) {
    title.setText(what.replace("&", "&&"));
    text.setText(why.replace("&", "&&"));
    button.setVisible(false);
    space.layout();
  }

  /** Offers one thing to do. */
  void offer(String offer, Runnable offered) {
    button.setText(offer);
    button.setVisible(true);
    action = offered;
    space.layout();
  }

  void setFocus() {
    if (button.isVisible()) {
      button.setFocus();
    } else {
      space.setFocus();
    }
  }

  Composite control() {
    return space;
  }
}
