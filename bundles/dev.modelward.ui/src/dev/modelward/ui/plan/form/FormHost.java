// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

/** The editor around a form. */
public interface FormHost {
  /** Shows a line of the text, counted from 1. */
  void reveal(int line);

  /** Says what is wrong with what somebody types; nothing if the text is empty. */
  void trouble(String what);
}
