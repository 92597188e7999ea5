// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.graph.GraphCanvas;
import dev.modelward.ui.model.ModelContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.services.IServiceLocator;

/** The strip above a graph: where one is, what one looks for, and what one can do. */
final class FlowBar {
  private static final String TOOLS = "toolbar:dev.modelward.ui.graph";

  private final Composite strip;
  private final Breadcrumb way;
  private final List<FindBar> finders = new ArrayList<>();

  FlowBar(Composite parent, Consumer<Scope> go) {
    strip = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(3, false);
    layout.marginWidth = 8;
    layout.marginHeight = 4;
    layout.horizontalSpacing = 12;
    strip.setLayout(layout);
    strip.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    way = new Breadcrumb(strip, go);
    way.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
  }

  void complete(IServiceLocator services, GraphCanvas canvas) {
    FindBar finder = new FindBar(strip, canvas);
    finder.control().setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    finders.add(finder);
    ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.HORIZONTAL);
    IMenuService menus = services.getService(IMenuService.class);
    menus.populateContributionManager(tools, TOOLS);
    tools.createControl(strip).setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    strip.addListener(
        SWT.Dispose,
        e -> {
          menus.releaseContributions(tools);
          tools.dispose();
        });
  }

  void show(ModelContent content, Scope scope) {
    way.show(content, scope);
  }

  void refresh() {
    finders.forEach(FindBar::refresh);
  }

  void find() {
    finders.forEach(FindBar::setFocus);
  }
}
