// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tier as a plan has it. */
final class TierText {
  static final String QUALITY = "quality";
  static final String SHARE = "share";

  private TierText() {}

  static List<Tier> all(Field list) throws YamlException {
    List<Tier> tiers = new ArrayList<>();
    for (Field item : list.items()) {
      Fields tier = Section.TIER.of(item);
      Field field = tier.required("name");
      String name = field.text();
      Target target = target(tier);
      tiers.add(field.make(() -> new Tier(name, target)));
    }
    return tiers;
  }

  private static Target target(Fields tier) throws YamlException {
    Optional<Field> quality = tier.find(QUALITY);
    Optional<Field> share = tier.find(SHARE);
    if (quality.isPresent() && share.isPresent()) {
      throw share.get().says("a tier has a quality or a share, not both; remove one");
    }
    if (quality.isPresent()) {
      return Amounts.quality(quality.get());
    }
    return share.isPresent() ? Amounts.share(share.get()) : new Target.Everything();
  }

  /** The key behind which a target stands, if it needs one. */
  static Optional<String> key(Target target) {
    return switch (target) {
      case Target.Quality quality -> Optional.of(QUALITY);
      case Target.Share share -> Optional.of(SHARE);
      case Target.Everything everything -> Optional.empty();
    };
  }

  /** The keys and values of a tier. */
  static Map<String, String> of(Tier tier) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("name", tier.name());
    key(tier.target()).ifPresent(key -> entries.put(key, tier.target().toString()));
    return entries;
  }
}
