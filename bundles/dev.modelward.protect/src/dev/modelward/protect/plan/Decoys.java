// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

/** What stands in sealed blocks, and the mean of how many seeds a quality is. */
public record Decoys(Kind kind, int seeds) {
  /** The usual number of seeds. */
  public static final int USUAL_SEEDS = 5;

  /** How decoys are drawn. */
  public enum Kind {
    /** In the likeness of the blocks around them. */
    BLENDING,
    /** As published with PSS. */
    DPRM
  }

  /** Refuses to measure with no seed, and with more than anybody waits for. */
  public Decoys {
    if (seeds < 1 || seeds > 1000) {
      throw new IllegalArgumentException("expected 1 to 1000 seeds, found " + seeds);
    }
  }

  /** Blending decoys, and five seeds. */
  public static Decoys usual() {
    return new Decoys(Kind.BLENDING, USUAL_SEEDS);
  }
}
