// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.ui.graph.GraphCanvas;
import dev.modelward.ui.graph.Matches;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.widget.AccessibleName;
import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Where one types what to find in a graph: Enter goes on, Shift+Enter back, Escape ends it. */
final class FindBar {
  private static final int PAUSE = 150;

  private final GraphCanvas canvas;
  private final Composite bar;
  private final Text words;
  private final Label count;

  FindBar(Composite parent, GraphCanvas canvas) {
    this.canvas = canvas;
    bar = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginHeight = 0;
    layout.marginWidth = 0;
    layout.horizontalSpacing = 8;
    bar.setLayout(layout);
    count = new Label(bar, SWT.RIGHT);
    GridData room = new GridData(SWT.FILL, SWT.CENTER, false, false);
    room.widthHint = 110;
    count.setLayoutData(room);
    ThemeColor.QUIET_TEXT.paint(count);
    words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    words.setMessage(Messages.find_hint);
    AccessibleName.set(words, Messages.find_name);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, false, false);
    wide.widthHint = 180;
    words.setLayoutData(wide);
    Runnable later = this::find;
    words.addListener(SWT.Modify, e -> words.getDisplay().timerExec(PAUSE, later));
    words.addListener(SWT.KeyDown, this::key);
    words.addListener(SWT.Dispose, e -> words.getDisplay().timerExec(-1, later));
  }

  private void find() {
    String text = words.getText().strip();
    if (text.isEmpty()) {
      canvas.endFind();
      count.setText("");
    } else {
      say(canvas.find(text));
    }
  }

  private void say(Matches matches) {
    count.setText(
        matches.count() == 0
            ? Messages.find_none
            : NLS.bind(
                Messages.find_matches,
                Figures.exact(matches.current()),
                Figures.exact(matches.count())));
  }

  private void key(Event event) {
    boolean back = (event.stateMask & SWT.SHIFT) != 0;
    switch (event.keyCode) {
      case SWT.CR, SWT.KEYPAD_CR -> say(back ? canvas.findPrevious() : canvas.findNext());
      case SWT.ARROW_DOWN -> canvas.setFocus();
      case SWT.ESC -> words.setText("");
      default -> {
        return;
      }
    }
    event.doit = false;
  }

  /** Looks again in a graph that has changed. */
  void refresh() {
    if (!words.getText().isBlank()) {
      find();
    }
  }

  void setFocus() {
    words.setFocus();
    words.selectAll();
  }

  Composite control() {
    return bar;
  }
}
