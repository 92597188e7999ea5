// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.evidence;

/** What a measured view comes to against its limits. */
public enum Judgement {
  /** Nothing was said of it. */
  NO_LIMIT,
  /** Nothing is known of it. */
  NOT_MEASURED,
  /** All are kept. */
  KEPT,
  /** At least one is broken. */
  BROKEN
}
