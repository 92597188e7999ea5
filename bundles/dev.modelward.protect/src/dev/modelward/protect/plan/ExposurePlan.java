// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import java.nio.file.Path;
import java.util.List;

/**
 * Who may see which part of a model in the clear. Tiers rise from the view without a grant to the
 * whole model.
 */
public record ExposurePlan(
    Path model,
    Cards data,
    Survey survey,
    DecoyChoice decoys,
    List<Tier> tiers,
    List<Recipient> recipients,
    List<Limit> limits) {

  /** Refuses what contradicts itself, with the place and what to do. */
  public ExposurePlan {
    tiers = List.copyOf(tiers);
    recipients = List.copyOf(recipients);
    limits = List.copyOf(limits);
    Ladder ladder = new Ladder(tiers);
    ladder.check();
    new Names(ladder.names()).check(recipients, limits);
    Measures.check(tiers, limits);
  }
}
