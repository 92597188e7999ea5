// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.ui.plan.sheet.PlanSheet;
import dev.modelward.ui.widget.AccessibleName;
import dev.modelward.ui.widget.ThemeColor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The line at the head of a form that says of what the plan is. */
final class FactStrip {
  private final Composite strip;
  private Function<PlanSheet, String> remark = sheet -> "";
  private List<String> shown = List.of();

  FactStrip(Composite parent) {
    strip = new Composite(parent, SWT.NONE);
    RowLayout layout = new RowLayout(SWT.HORIZONTAL);
    layout.marginLeft = 0;
    layout.marginTop = 0;
    layout.marginBottom = 0;
    layout.spacing = 24;
    strip.setLayout(layout);
    AccessibleName.set(strip, Messages.facts_name);
  }

  /** Adds what is to be said at the end. */
  void remark(Function<PlanSheet, String> said) {
    remark = said;
  }

  void show(PlanSheet sheet) {
    List<String> facts = new ArrayList<>();
    sheet.plan().ifPresent(plan -> add(plan, facts));
    if (facts.isEmpty()) {
      facts.addAll(shown.subList(0, Math.max(shown.size() - 1, 0)));
    }
    facts.add(remark.apply(sheet));
    if (!facts.equals(shown)) {
      shown = List.copyOf(facts);
      fill();
    }
  }

  private static void add(ExposurePlan plan, List<String> facts) {
    facts.add(NLS.bind(Messages.facts_model, name(plan.model())));
    facts.add(NLS.bind(Messages.facts_data, name(plan.data().measure())));
    facts.add(NLS.bind(Messages.facts_map, name(plan.survey().map())));
  }

  private static String name(Path file) {
    return Objects.toString(file.getFileName());
  }

  private void fill() {
    Arrays.stream(strip.getChildren()).forEach(Control::dispose);
    for (int i = 0; i < shown.size(); i++) {
      Label label = new Label(strip, SWT.NONE);
      label.setText(shown.get(i).replace("&", "&&"));
      if (i == shown.size() - 1) {
        ThemeColor.QUIET_TEXT.paint(label);
      }
    }
    strip.requestLayout();
  }

  Composite control() {
    return strip;
  }
}
