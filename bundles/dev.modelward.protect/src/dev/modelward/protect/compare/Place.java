// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import java.util.Collections;
import java.util.List;

/** From which tier on somebody has a block; several possible ones where rings are closed. */
public record Place(List<String> tiers) {

  /** Keeps its own copy. */
  public Place {
    tiers = List.copyOf(tiers);
  }

  /** Whether a block that is here before and there later has moved for certain. */
  boolean hasLeftFor(Place later) {
    return Collections.disjoint(tiers, later.tiers);
  }

  /** Whether a block that is here before and there later has stayed for certain. */
  boolean isStill(Place later) {
    return tiers.size() == 1 && tiers.equals(later.tiers);
  }

  @Override
  public String toString() {
    return String.join(" or ", tiers);
  }
}
