// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import dev.modelward.protect.decoy.Decoy;

/** What stands in sealed blocks, and the mean of how many seeds a quality is. */
public record DecoyChoice(Decoy kind, int seeds) {
  /** The usual number of seeds. */
  public static final int USUAL_SEEDS = 5;

  /** Refuses to measure with no seed, and with more than anybody waits for. */
  public DecoyChoice {
    if (seeds < 1 || seeds > 1000) {
      throw new IllegalArgumentException("expected 1 to 1000 seeds, found " + seeds);
    }
  }

  /** The usual kind, and five seeds. */
  public static DecoyChoice usual() {
    return new DecoyChoice(Decoy.usual(), USUAL_SEEDS);
  }
}
