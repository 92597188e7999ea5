// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of a plan that have a page each. */
public enum PlanList {
  /** The views of the model. */
  TIERS,
  /** Who gets a grant. */
  RECIPIENTS,
  /** What makes a build fail. */
  LIMITS;

  /** The key behind which the list stands in the text. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PlanList> behind(String key) {
    return Arrays.stream(values()).filter(list -> list.key().equals(key)).findFirst();
  }
}
