// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;

/** Says that data are not what they should be: file, record, what was expected and was found. */
public final class DataException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final boolean inRecord;
  private final long record;
  private final String expected;
  private final String found;

  /** Says what is wrong with a file as a whole. */
  public DataException(String place, String expected, String found) {
    super("%s: expected %s, found %s".formatted(place, expected, found));
    this.place = place;
    this.inRecord = false;
    this.record = 0;
    this.expected = expected;
    this.found = found;
  }

  /** Says what is wrong with one record, counted from 0. */
  public DataException(String place, long record, String expected, String found) {
    super("%s: record %d: expected %s, found %s".formatted(place, record, expected, found));
    this.place = place;
    this.inRecord = true;
    this.record = record;
    this.expected = expected;
    this.found = found;
  }

  /** Says that a file could not be read, and why. */
  public static DataException unreadable(String place, IOException cause) {
    if (cause instanceof DataException known) {
      return known;
    }
    DataException failure = new DataException(place, "a file that can be read", reason(cause));
    failure.initCause(cause);
    return failure;
  }

  /** Says that a record could not be read, and why. */
  public static DataException unreadable(String place, long record, IOException cause) {
    if (cause instanceof DataException known) {
      return known;
    }
    DataException failure = new DataException(place, record, "a readable record", reason(cause));
    failure.initCause(cause);
    return failure;
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no file";
    }
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null ? kind : kind + " (" + message + ")";
  }

  /** The file, with the entry of an archive behind an exclamation mark. */
  public String place() {
    return place;
  }

  /** The number of the record, counted from 0 in its file or among the images of its folder. */
  public OptionalLong record() {
    return inRecord ? OptionalLong.of(record) : OptionalLong.empty();
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
