// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

/** A file is no importance map, or not the one that is wanted. */
public final class MapException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String expected;
  private final String found;

  /** What was expected at some place, and what was found there. */
  public MapException(String place, String expected, String found) {
    super("%s: expected %s, found %s".formatted(place, expected, found));
    this.place = place;
    this.expected = expected;
    this.found = found;
  }

  /** The file, or the part of it. */
  public String place() {
    return place;
  }

  /** What was expected. */
  public String expected() {
    return expected;
  }

  /** What was found. */
  public String found() {
    return found;
  }
}
