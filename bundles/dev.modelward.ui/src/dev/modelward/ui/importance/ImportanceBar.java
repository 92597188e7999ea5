// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.heat.ShareAxis;
import dev.modelward.ui.maps.MapEntry;
import dev.modelward.ui.widget.AccessibleName;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The strip above a map: by which criterion it was made, and how its curve is drawn. */
final class ImportanceBar {
  private final Composite strip;
  private final Combo maps;
  private final Button analyze;
  private final Button axis;
  private final Label warning;
  private List<MapEntry> entries = List.of();
  private Runnable pressed = () -> {};
  private Runnable exported = () -> {};

  ImportanceBar(Composite parent, Consumer<MapEntry> chosen, Runnable changed) {
    strip = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(5, false);
    layout.marginWidth = 8;
    layout.marginHeight = 8;
    layout.horizontalSpacing = 12;
    strip.setLayout(layout);
    Label label = new Label(strip, SWT.NONE);
    label.setText(Messages.bar_map);
    maps = new Combo(strip, SWT.READ_ONLY | SWT.DROP_DOWN);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 160;
    maps.setLayoutData(wide);
    AccessibleName.set(maps, Messages.bar_mapName);
    maps.addListener(SWT.Selection, e -> chosen.accept(entries.get(maps.getSelectionIndex())));
    analyze = new Button(strip, SWT.PUSH);
    analyze.addListener(SWT.Selection, e -> pressed.run());
    axis = new Button(strip, SWT.CHECK);
    axis.setText(Messages.bar_logarithmic);
    axis.addListener(SWT.Selection, e -> changed.run());
    Button export = new Button(strip, SWT.PUSH);
    export.setText(Messages.bar_export);
    export.addListener(SWT.Selection, e -> exported.run());
    warning = new Label(strip, SWT.WRAP);
    warning.setText(Messages.bar_outdated);
    warning.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 5, 1));
    warn(false);
  }

  /** Shows which maps there are, and which of them is shown. */
  void show(List<MapEntry> all, MapEntry shown) {
    if (!all.equals(entries)) {
      entries = List.copyOf(all);
      maps.setItems(all.stream().map(ImportanceBar::text).toArray(String[]::new));
    }
    maps.select(entries.indexOf(shown));
    maps.setToolTipText(shown.provenance().criterion().toString());
    warn(!shown.isCurrent());
  }

  private void warn(boolean isVisible) {
    warning.setVisible(isVisible);
    ((GridData) warning.getLayoutData()).exclude = !isVisible;
    warning.requestLayout();
  }

  private static String text(MapEntry entry) {
    String pattern = entry.isCurrent() ? Messages.bar_entry : Messages.bar_entryOutdated;
    return NLS.bind(pattern, entry.criterion(), entry.name());
  }

  /** Says what is done when somebody exports. */
  void onExport(Runnable action) {
    exported = action;
  }

  /** Offers to analyze, or to stop it. */
  void offer(String offer, Runnable offered) {
    if (!analyze.getText().equals(offer)) {
      analyze.setText(offer);
      analyze.requestLayout();
    }
    pressed = offered;
  }

  ShareAxis axis() {
    return axis.getSelection() ? ShareAxis.LOGARITHMIC : ShareAxis.LINEAR;
  }

  void axis(ShareAxis shown) {
    axis.setSelection(shown == ShareAxis.LOGARITHMIC);
  }

  Composite control() {
    return strip;
  }
}
