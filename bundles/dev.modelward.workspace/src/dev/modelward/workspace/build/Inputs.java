// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that an artifact is made from, by what each is for and where it is. */
record Inputs(SortedMap<String, Input> all) {
  static final String KEY = "key";
  static final String TOOL = "tool";

  /** Keeps its own copy. */
  Inputs {
    all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
  }

  static Inputs none() {
    return new Inputs(new TreeMap<>());
  }

  Optional<Input> of(String name) {
    return Optional.ofNullable(all.get(name));
  }

  Inputs with(String name, Input input) {
    SortedMap<String, Input> more = new TreeMap<>(all);
    more.put(name, input);
    return new Inputs(more);
  }

  /** Whether the same would be made from both. */
  boolean agreesWith(Inputs other) {
    return digests().equals(other.digests());
  }

  private Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    all.forEach((name, input) -> digests.put(name, input.digest()));
    return digests;
  }
}
