// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import dev.modelward.learn.yaml.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of tiers, which recipients and limits speak of. */
record Names(List<String> tiers) {

  void check(List<Recipient> recipients, List<Limit> limits) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < recipients.size(); i++) {
      Recipient recipient = recipients.get(i);
      if (!seen.add(recipient.name())) {
        throw new FlawException(
            "recipients[" + i + "].name",
            "there are two recipients named '%s'; give one another name"
                .formatted(recipient.name()));
      }
      String place = "recipients[" + i + "].tier";
      checkTier(place, recipient.tier());
      if (recipient.tier().equals(tiers.getFirst())) {
        throw new FlawException(
            place,
            "everybody sees the tier '%s' without a grant; name a higher one"
                .formatted(recipient.tier()));
      }
    }
    Set<Limit> held = new HashSet<>();
    for (int i = 0; i < limits.size(); i++) {
      checkTier("limits[" + i + "].view", limits.get(i).view());
      if (!held.add(limits.get(i))) {
        throw new FlawException("limits[" + i + "]", "this limit is there twice; remove one");
      }
    }
  }

  private void checkTier(String place, String name) {
    if (!tiers.contains(name)) {
      throw new FlawException(
          place, "there is no tier '" + name + "' here; " + Spelling.advice(name, tiers));
    }
  }
}
