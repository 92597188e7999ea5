// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import dev.modelward.protect.plan.Target.Quality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All qualities of a plan, which have one unit because one metric measures them. */
final class Measures {
  private final Map<String, Quality> all = new LinkedHashMap<>();

  private Measures() {}

  static void check(List<Tier> tiers, List<Limit> limits) {
    Measures measures = new Measures();
    for (int i = 0; i < tiers.size(); i++) {
      if (tiers.get(i).target() instanceof Quality quality) {
        measures.all.put("tiers[" + i + "].quality", quality);
      }
    }
    for (int i = 0; i < limits.size(); i++) {
      measures.all.put("limits[" + i + "].quality", limits.get(i).quality());
    }
    measures.check();
  }

  private void check() {
    Optional<Quality> first = all.values().stream().findFirst();
    all.forEach((place, quality) -> {
      if (first.isPresent() && first.get().unit() != quality.unit()) {
        throw new FlawException(
            place,
            "expected a quality in %s like the first in this plan, found %s; use one unit"
                .formatted(first.get().unit(), quality));
      }
    });
  }
}
