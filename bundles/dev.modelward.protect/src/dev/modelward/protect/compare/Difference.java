// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.runtime.artifact.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A member of provenance that is not the same in two artifacts; empty where one has none. */
public record Difference(Reason reason, String member, String before, String after) {

  /** All of them, the ones that explain most first. */
  static List<Difference> of(Manifest before, Manifest after) {
    Map<String, String> old = before.provenance();
    Map<String, String> now = after.provenance();
    TreeSet<String> members = new TreeSet<>(old.keySet());
    members.addAll(now.keySet());
    List<Difference> all = new ArrayList<>();
    for (String member : members) {
      String one = old.getOrDefault(member, "");
      String other = now.getOrDefault(member, "");
      if (!one.equals(other)) {
        all.add(new Difference(Reason.of(member, one, other), member, one, other));
      }
    }
    all.sort(Comparator.comparing(Difference::reason));
    return all;
  }
}
