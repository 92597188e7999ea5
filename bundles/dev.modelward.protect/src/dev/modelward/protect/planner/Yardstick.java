// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.data.Dataset;

/**
 * The records by which views are judged, and those by which they are looked for first: some of
 * them, or smaller ones like them, so that a search is quick. What a view is worth is always said
 * by all records.
 */
public record Yardstick(Dataset whole, Dataset sketch) {

  /** All records, for both. */
  public static Yardstick of(Dataset whole) {
    return new Yardstick(whole, whole);
  }

  /** Whether nothing is quicker than all records. */
  boolean isOne() {
    return whole.equals(sketch);
  }
}
