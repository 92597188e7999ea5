// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.ui.widget.Icon;
import dev.modelward.ui.widget.ThemeColor;
import dev.modelward.workspace.Complaint;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * What stands in place of a model that is not there: that it is coming, or why it does not come.
 */
final class Notice {
  private static final int WIDTH = 560;
  private static final int INDENT = 48;

  private final Composite space;
  private final Label icon;
  private final Label title;
  private final Label what;
  private final Label where;
  private final Label advice;
  private final Button again;

  Notice(Composite parent, Runnable tryAgain) {
    space = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 32;
    layout.marginHeight = 32;
    layout.horizontalSpacing = 16;
    layout.verticalSpacing = 12;
    space.setLayout(layout);
    LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), space);
    icon = new Label(space, SWT.NONE);
    icon.setImage(resources.create(Icon.TROUBLE.descriptor()));
    icon.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
    title = text();
    title.setFont(JFaceResources.getHeaderFont());
    what = below(text());
    where = below(text());
    ThemeColor.QUIET_TEXT.paint(where);
    advice = below(text());
    again = new Button(space, SWT.PUSH);
    again.setText(Messages.trouble_again);
    again.setLayoutData(indented(SWT.DEFAULT));
    again.addListener(SWT.Selection, e -> tryAgain.run());
  }

  private Label text() {
    Label text = new Label(space, SWT.WRAP);
    GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
    data.widthHint = WIDTH;
    text.setLayoutData(data);
    return text;
  }

  private static Label below(Label text) {
    text.setLayoutData(indented(WIDTH));
    return text;
  }

  /** Below the title, beside the icon. */
  private static GridData indented(int width) {
    GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1);
    data.horizontalIndent = INDENT;
    data.widthHint = width;
    return data;
  }

  void reading(String file) {
    show(NLS.bind(Messages.reading, file), new Complaint("", "", ""));
  }

  void trouble(String file, Complaint complaint) {
    show(NLS.bind(Messages.trouble_title, file), complaint);
    again.setFocus();
  }

  private void show(String heading, Complaint complaint) {
    boolean trouble = !complaint.what().isEmpty();
    title.setText(heading.replace("&", "&&"));
    what.setText(complaint.what().replace("&", "&&"));
    where.setText(complaint.where().replace("&", "&&"));
    advice.setText(complaint.advice().replace("&", "&&"));
    icon.setVisible(trouble);
    again.setVisible(trouble);
    space.layout(true, true);
  }

  Composite control() {
    return space;
  }
}
