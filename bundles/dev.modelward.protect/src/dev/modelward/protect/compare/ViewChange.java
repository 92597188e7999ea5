// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.runtime.artifact.TierView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tier of either artifact, by its name, and what its holders see of both. */
public record ViewChange(String tier, Optional<TierView> before, Optional<TierView> after) {

  static List<ViewChange> of(List<TierView> before, List<TierView> after) {
    List<ViewChange> all = new ArrayList<>();
    before.forEach(
        tier -> all.add(new ViewChange(tier.name(), Optional.of(tier), named(after, tier.name()))));
    after.stream()
        .filter(tier -> named(before, tier.name()).isEmpty())
        .forEach(tier -> all.add(new ViewChange(tier.name(), Optional.empty(), Optional.of(tier))));
    return all;
  }

  private static Optional<TierView> named(List<TierView> tiers, String name) {
    return tiers.stream().filter(tier -> tier.name().equals(name)).findFirst();
  }
}
