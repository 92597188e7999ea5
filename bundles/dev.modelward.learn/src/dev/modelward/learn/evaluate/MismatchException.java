// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

/** Says that a model does not fit the data, or the data a metric, and what to do about it. */
public final class MismatchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String expected;
  private final String found;
  private final String remedy;

  /** What was expected at some place, what was found, and what to do. */
  public MismatchException(String where, String expected, String found, String remedy) {
    super("%s: expected %s, found %s".formatted(where, expected, found));
    this.where = where;
    this.expected = expected;
    this.found = found;
    this.remedy = remedy;
  }

  /** The input, output or metric that does not fit. */
  public String where() {
    return where;
  }

  /** What it should have been. */
  public String expected() {
    return expected;
  }

  /** What it is. */
  public String found() {
    return found;
  }

  /** What to do, in a sentence. */
  public String remedy() {
    return remedy;
  }
}
