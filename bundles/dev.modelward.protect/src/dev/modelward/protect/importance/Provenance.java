// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.time.Instant;

/**
 * Where a map comes from: by what criterion, of which model, from which data (both by their
 * SHA-256; {@code none} if no data were looked at), by what truth, made with what, when, and at
 * what cost.
 */
public record Provenance(
    Criterion criterion,
    String model,
    String data,
    Truth truth,
    String versions,
    Instant date,
    Cost cost) {

  /** What stands for the data where none were looked at. */
  public static final String NO_DATA = "none";

  /** What the model's answers were held against. */
  public enum Truth {
    /** The labels of the data: a cross-entropy. */
    LABELS("the labels of the data"),
    /** The class that the model itself ranks first, for there are no labels. */
    OWN_CLASSES("the model's own classes, for the data have no labels"),
    /** The clean images of the data: a squared error. */
    CLEAN("the clean images of the data"),
    /** What the model makes of the data itself, spread a little: a squared error. */
    OWN_OUTPUT("the model's own output, for nothing else is known"),
    /** The model's output is the loss. */
    OUTPUT("the model's output, which is a loss"),
    /** Nothing, for the criterion looks at no data. */
    NONE("nothing");

    private final String words;

    Truth(String words) {
      this.words = words;
    }

    /** What people say of it. */
    public String words() {
      return words;
    }
  }

  /** How many samples were looked at, on how many threads, and for how many seconds. */
  public record Cost(long samples, int threads, double seconds) {}
}
