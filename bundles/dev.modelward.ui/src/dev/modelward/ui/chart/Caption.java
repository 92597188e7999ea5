// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.chart;

/** A text at a place: the upper edge of its line, and its beginning, middle or end. */
public record Caption(String text, double x, double y, Side side) {

  /** Which part of a text stands at its place. */
  public enum Side {
    /** The text begins there. */
    START,
    /** The text stands around it. */
    MIDDLE,
    /** The text ends there. */
    END
  }
}
