// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.ui.model.Figures;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.model.ModelFacts;
import dev.modelward.ui.widget.AccessibleName;
import dev.modelward.ui.widget.ThemeColor;
import java.util.Arrays;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The line at the head of the editor that says what model this is. */
final class HeaderStrip {
  private final Composite strip;

  HeaderStrip(Composite parent) {
    strip = new Composite(parent, SWT.NONE);
    RowLayout layout = new RowLayout(SWT.HORIZONTAL);
    layout.marginLeft = 12;
    layout.marginRight = 12;
    layout.marginTop = 10;
    layout.marginBottom = 8;
    layout.spacing = 24;
    layout.center = true;
    strip.setLayout(layout);
    AccessibleName.set(strip, Messages.header_name);
  }

  void show(ModelContent content) {
    Arrays.stream(strip.getChildren()).forEach(Control::dispose);
    ModelFacts facts = content.facts();
    Label name = fact(facts.name(), content.model().source().toString());
    name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.HEADER_FONT));
    String parameters = Figures.count(facts.parameters());
    String exactly = Figures.exact(facts.parameters());
    fact(
        NLS.bind(Messages.header_parameters, parameters),
        NLS.bind(Messages.header_parametersExactly, exactly));
    fact(
        Figures.size(facts.bytes()),
        NLS.bind(Messages.header_sizeExactly, Figures.exact(facts.bytes())));
    fact(NLS.bind(Messages.header_nodes, Figures.exact(content.rows().size())), "");
    quiet(NLS.bind(Messages.header_opset, facts.opset()), content.model().opsets().toString());
    if (!facts.producer().isEmpty()) {
      quiet(facts.producer(), content.model().documentation());
    }
    quiet(NLS.bind(Messages.header_ir, facts.irVersion()), "");
    strip.requestLayout();
  }

  private Label fact(String text, String tip) {
    Label label = new Label(strip, SWT.NONE);
    label.setText(text.replace("&", "&&"));
    label.setToolTipText(tip.isEmpty() ? null : tip);
    return label;
  }

  private void quiet(String text, String tip) {
    ThemeColor.QUIET_TEXT.paint(fact(text, tip));
  }

  Composite control() {
    return strip;
  }
}
