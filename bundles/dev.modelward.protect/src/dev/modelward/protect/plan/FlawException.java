// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

/** Says at which place of a plan, as in {@code tiers[1].name}, it contradicts itself. */
public final class FlawException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String problem;

  FlawException(String place, String problem) {
    super(place + ": " + problem);
    this.place = place;
    this.problem = problem;
  }

  /** The place, as in {@code tiers[1].name}. */
  public String place() {
    return place;
  }

  /** What is wrong there, and what to do. */
  public String problem() {
    return problem;
  }
}
