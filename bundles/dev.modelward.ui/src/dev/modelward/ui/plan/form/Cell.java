// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

/** What a table shows in one place. */
record Cell(String text, Mark mark) {

  /** How a text stands out; what it means is said by the text too. */
  enum Mark {
    NONE,
    QUIET,
    OK,
    BROKEN
  }

  static Cell of(String text) {
    return new Cell(text, Mark.NONE);
  }

  static Cell quiet(String text) {
    return new Cell(text, Mark.QUIET);
  }
}
