// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.widget.ThemeColor;
import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The way from the main graph to the one that is drawn; each step leads back there. */
final class Breadcrumb {
  private final Composite way;
  private final Consumer<Scope> go;

  Breadcrumb(Composite parent, Consumer<Scope> go) {
    this.go = go;
    way = new Composite(parent, SWT.NONE);
    RowLayout layout = new RowLayout(SWT.HORIZONTAL);
    layout.center = true;
    layout.wrap = false;
    layout.marginLeft = 0;
    layout.spacing = 6;
    way.setLayout(layout);
  }

  void show(ModelContent content, Scope scope) {
    Arrays.stream(way.getChildren()).forEach(Control::dispose);
    Scope at = Scope.MAIN;
    step(Messages.main, at, scope.isMain());
    for (Scope.Step step : scope.steps()) {
      String node = at.graph(content.model()).nodes().get(step.node()).label();
      at = at.into(step);
      label("\u203a");
      step(last(node) + " " + step.attribute(), at, at.equals(scope));
    }
    way.requestLayout();
  }

  /** The last part of a name that is a path itself. */
  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private void step(String name, Scope scope, boolean here) {
    if (here) {
      label(name);
      return;
    }
    Link link = new Link(way, SWT.NONE);
    link.setText("<a>" + name.replace("&", "&&") + "</a>");
    ThemeColor.ACCENT.paint(link);
    link.setLinkForeground(ThemeColor.ACCENT.color());
    link.addListener(SWT.Selection, e -> go.accept(scope));
  }

  private void label(String text) {
    Label label = new Label(way, SWT.NONE);
    label.setText(text.replace("&", "&&"));
  }

  Composite control() {
    return way;
  }
}
