// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.sheet.Flaw;
import dev.modelward.ui.plan.sheet.PlanSheet;
import dev.modelward.ui.widget.Icon;
import dev.modelward.ui.widget.ThemeColor;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The line above a form that says what is wrong with the plan, and leads there. */
final class FlawBanner {
  private final Composite space;
  private final Link text;
  private Optional<Flaw> flaw = Optional.empty();

  FlawBanner(Composite parent, FormHost host) {
    space = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.horizontalSpacing = 8;
    space.setLayout(layout);
    Label icon = new Label(space, SWT.NONE);
    icon.setImage(
        new LocalResourceManager(JFaceResources.getResources(), icon)
            .create(Icon.BROKEN.descriptor()));
    icon.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
    text = new Link(space, SWT.WRAP);
    text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    ThemeColor.BROKEN.paint(text);
    text.setLinkForeground(ThemeColor.BROKEN.color());
    text.addListener(SWT.Selection, e -> flaw.ifPresent(there -> host.reveal(there.line())));
  }

  void show(PlanSheet sheet) {
    flaw = sheet.flaw();
    flaw.ifPresent(there ->
        text.setText(NLS.bind(Messages.flaw, there.line(), there.problem().replace("&", "&&"))));
    space.setVisible(flaw.isPresent());
    ((GridData) space.getLayoutData()).exclude = flaw.isEmpty();
    space.requestLayout();
  }

  Composite control() {
    return space;
  }
}
