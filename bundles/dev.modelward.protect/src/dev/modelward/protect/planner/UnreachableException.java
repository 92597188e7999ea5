// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

/** A tier's target is out of reach for this model, this order of blocks and these records. */
public final class UnreachableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String tier;
  private final String wanted;
  private final String reachable;

  /** Which tier, what it cannot do, as in {@code be 5 %}, and what is within reach. */
  public UnreachableException(String tier, String wanted, String reachable) {
    super("tier '%s' cannot %s: %s".formatted(tier, wanted, reachable));
    this.tier = tier;
    this.wanted = wanted;
    this.reachable = reachable;
  }

  /** The name of the tier. */
  public String tier() {
    return tier;
  }

  /** What it cannot do. */
  public String wanted() {
    return wanted;
  }

  /** Why not, and what is within reach. */
  public String reachable() {
    return reachable;
  }
}
