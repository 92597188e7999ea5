// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import java.time.LocalDate;

/** From when until when something holds, both days included; the ends of time mean no end. */
public record Term(LocalDate from, LocalDate until) {
  /** Refuses a term that ends before it begins. */
  public Term {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "expected a last day from " + from + " on, found " + until);
    }
  }

  /** Without a beginning or an end. */
  public static Term always() {
    return new Term(LocalDate.MIN, LocalDate.MAX);
  }

  /** Whether it has a first day. */
  public boolean begins() {
    return !from.equals(LocalDate.MIN);
  }

  /** Whether it has a last day. */
  public boolean ends() {
    return !until.equals(LocalDate.MAX);
  }
}
