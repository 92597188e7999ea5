// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.sheet.Row;
import java.util.function.Function;
import org.eclipse.swt.SWT;

/** A column: its title, its width in letters or so, what it shows, and how it is edited. */
record Column(String title, int width, Side side, Function<Row, Cell> look, Input input) {

  /** Where its texts stand. */
  enum Side {
    LEFT(SWT.LEFT),
    RIGHT(SWT.RIGHT);

    private final int style;

    Side(int style) {
      this.style = style;
    }

    int style() {
      return style;
    }
  }
}
