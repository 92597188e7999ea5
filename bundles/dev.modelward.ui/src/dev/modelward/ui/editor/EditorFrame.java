// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.widget.ThemeColor;
import dev.modelward.workspace.Complaint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The space of the editor: a header above the pages, or a notice in place of both. */
final class EditorFrame {
  private final Composite stack;
  private final StackLayout layers = new StackLayout();
  private final Notice notice;
  private final Composite body;
  private final HeaderStrip header;
  private final Composite pages;

  EditorFrame(Composite parent, Runnable tryAgain) {
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(layers);
    notice = new Notice(stack, tryAgain);
    body = new Composite(stack, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    body.setLayout(layout);
    header = new HeaderStrip(body);
    header.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    rule();
    pages = new Composite(body, SWT.NONE);
    pages.setLayout(new FillLayout());
    pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    layers.topControl = notice.control();
  }

  private void rule() {
    Composite rule = new Composite(body, SWT.NONE);
    GridData line = new GridData(SWT.FILL, SWT.TOP, true, false);
    line.heightHint = 1;
    rule.setLayoutData(line);
    rule.addListener(
        SWT.Paint,
        e -> {
          e.gc.setBackground(ThemeColor.RULE.color());
          e.gc.fillRectangle(rule.getClientArea());
        });
  }

  Composite pages() {
    return pages;
  }

  boolean isDisposed() {
    return stack.isDisposed();
  }

  void reading(String file) {
    notice.reading(file);
    top(notice.control());
  }

  void trouble(String file, Complaint complaint) {
    notice.trouble(file, complaint);
    top(notice.control());
  }

  void show(ModelContent content) {
    header.show(content);
    top(body);
  }

  private void top(Control control) {
    layers.topControl = control;
    stack.layout();
  }
}
