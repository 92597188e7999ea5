// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import java.util.Locale;

/** Something that is wrong with a model: what it is, by how much, what to do, and where. */
public record Finding(Severity severity, String what, String where) {

  /** How bad a finding is, the worst first. */
  public enum Severity {
    /** The model cannot run. */
    ERROR,
    /** The model may run, but not everywhere, or not as it was meant. */
    WARNING,
    /** The model is well, but could be better. */
    NOTE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding error(String where, String what, Object... values) {
    return new Finding(Severity.ERROR, String.format(Locale.ROOT, what, values), where);
  }

  static Finding warning(String where, String what, Object... values) {
    return new Finding(Severity.WARNING, String.format(Locale.ROOT, what, values), where);
  }

  static Finding note(String where, String what, Object... values) {
    return new Finding(Severity.NOTE, String.format(Locale.ROOT, what, values), where);
  }

  @Override
  public String toString() {
    return severity + ": " + where + ": " + what;
  }
}
