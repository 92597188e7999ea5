// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.protect.curve.Draws;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.plan.Tier;

/** What holders of a tier see: the blocks that stay sealed, and what the model is worth then. */
public record View(Tier tier, Choice sealed, Draws quality) {

  /** Which share of the weights in all blocks stays sealed. */
  public double share() {
    return sealed.share();
  }
}
