// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import dev.modelward.protect.plan.Target.Everything;
import dev.modelward.protect.plan.Target.Quality;
import dev.modelward.protect.plan.Target.Share;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tiers that rise from the first, which everybody sees, to the last, in which nothing is sealed.
 */
record Ladder(List<Tier> tiers) {
  private static final int FEWEST = 2;
  private static final int MOST = 64;

  List<String> names() {
    return tiers.stream().map(Tier::name).toList();
  }

  void check() {
    if (tiers.size() < FEWEST || tiers.size() > MOST) {
      throw new FlawException(
          "tiers",
          "expected %d to %d tiers, from the first for everybody to the last with all, found %d"
              .formatted(FEWEST, MOST, tiers.size()));
    }
    checkNames();
    checkEnds();
    for (int i = 1; i < tiers.size(); i++) {
      checkStep(i);
    }
  }

  private void checkNames() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < tiers.size(); i++) {
      if (!seen.add(tiers.get(i).name())) {
        throw new FlawException(
            "tiers[" + i + "].name",
            "there are two tiers named '" + tiers.get(i).name() + "'; give one another name");
      }
    }
  }

  private void checkEnds() {
    for (int i = 0; i < tiers.size() - 1; i++) {
      if (tiers.get(i).target() instanceof Everything) {
        throw new FlawException(
            "tiers[" + i + "]",
            "the tier '"
                + tiers.get(i).name()
                + "' needs a quality or a share; only the last tier has none");
      }
    }
    Tier last = tiers.getLast();
    if (!(last.target() instanceof Everything)) {
      String key = last.target() instanceof Quality ? "quality" : "share";
      throw new FlawException(
          "tiers[%d].%s".formatted(tiers.size() - 1, key),
          "nothing stays sealed in the last tier, so it has no %s; remove it or add a last tier"
              .formatted(key));
    }
  }

  private void checkStep(int index) {
    Tier tier = tiers.get(index);
    switch (tier.target()) {
      case Quality quality -> {
        Optional<Quality> before = before(index, Quality.class);
        if (before.isPresent()
            && before.get().unit() == quality.unit()
            && quality.value() <= before.get().value()) {
          throw new FlawException(
              "tiers[" + index + "].quality",
              "expected more than the %s of a tier before, found %s; qualities rise from tier to tier"
                  .formatted(before.get(), quality));
        }
      }
      case Share share -> {
        Optional<Share> before = before(index, Share.class);
        if (before.isPresent() && share.part() >= before.get().part()) {
          throw new FlawException(
              "tiers[" + index + "].share",
              "expected less than the %s of a tier before, found %s; shares fall from tier to tier"
                  .formatted(before.get(), share));
        }
      }
      case Everything everything -> {}
    }
  }

  private <T extends Target> Optional<T> before(int index, Class<T> kind) {
    return tiers.subList(0, index).reversed().stream()
        .map(Tier::target)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
