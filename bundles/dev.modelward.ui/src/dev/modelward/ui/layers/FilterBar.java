// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.Figures;
import dev.modelward.ui.widget.AccessibleName;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The strip above a table in which one says which rows to see. */
final class FilterBar {
  /** Long enough for the next key, short enough to feel at once. */
  private static final int PAUSE = 150;

  private final Composite strip;
  private final Text words;
  private final Button all;
  private final Button weighted;
  private final Label count;
  private final Runnable changed;

  FilterBar(Composite parent, Runnable changed) {
    this.changed = changed;
    strip = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(4, false);
    layout.marginWidth = 8;
    layout.marginHeight = 8;
    layout.horizontalSpacing = 16;
    strip.setLayout(layout);
    words = new Text(strip, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    words.setMessage(Messages.filter_hint);
    AccessibleName.set(words, Messages.filter_name);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 120;
    words.setLayoutData(wide);
    all = radio(Messages.filter_all);
    all.setSelection(true);
    weighted = radio(Messages.filter_weighted);
    count = new Label(strip, SWT.RIGHT);
    GridData room = new GridData(SWT.END, SWT.CENTER, false, false);
    room.widthHint = 200;
    count.setLayoutData(room);
    Runnable later = changed::run;
    words.addListener(SWT.Modify, e -> words.getDisplay().timerExec(-1, later));
    words.addListener(SWT.Modify, e -> words.getDisplay().timerExec(PAUSE, later));
    words.addListener(SWT.Dispose, e -> words.getDisplay().timerExec(-1, later));
  }

  private Button radio(String text) {
    Button button = new Button(strip, SWT.RADIO);
    button.setText(text);
    button.addListener(
        SWT.Selection,
        e -> {
          if (button.getSelection()) {
            changed.run();
          }
        });
    return button;
  }

  Composite control() {
    return strip;
  }

  Text words() {
    return words;
  }

  RowQuery query() {
    return new RowQuery(
        words.getText(), weighted.getSelection() ? RowQuery.Weighted.ONLY : RowQuery.Weighted.ANY);
  }

  /** Asks for other rows, as if somebody had typed it. */
  void ask(RowQuery query) {
    words.setText(query.words());
    weighted.setSelection(query.weighted() == RowQuery.Weighted.ONLY);
    all.setSelection(query.weighted() == RowQuery.Weighted.ANY);
    changed.run();
  }

  void count(int shown, int there) {
    count.setText(NLS.bind(Messages.count, Figures.exact(shown), Figures.exact(there)));
  }
}
