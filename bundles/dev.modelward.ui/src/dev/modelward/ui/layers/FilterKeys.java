// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;

/** The keys by which one leaves a filter: down into the table, or away with the words. */
record FilterKeys(FilterBar filter, Table table) {

  void handle(Event event) {
    if (event.keyCode == SWT.ARROW_DOWN) {
      table.setFocus();
      event.doit = false;
    } else if (event.keyCode == SWT.ESC && !filter.query().words().isEmpty()) {
      filter.ask(new RowQuery("", filter.query().weighted()));
      event.doit = false;
    }
  }
}
