// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

/** Says why a training cannot begin or go on: where, what was expected, and what was found. */
public final class TrainingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String expected;
  private final String found;

  /** A failure at a place, such as an input, a weight or a step. */
  public TrainingException(String place, String expected, String found) {
    super("%s: expected %s, found %s".formatted(place, expected, found));
    this.place = place;
    this.expected = expected;
    this.found = found;
  }

  /** Where it is. */
  public String place() {
    return place;
  }

  /** What should be there. */
  public String expected() {
    return expected;
  }

  /** What is there. */
  public String found() {
    return found;
  }
}
