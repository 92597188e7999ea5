// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.properties;

import java.util.ArrayList;
import java.util.List;

/** Facts about one element, each under a heading, in the order in which they are told. */
public final class Facts {
  private final List<Fact> told = new ArrayList<>();

  /** One fact. */
  public record Fact(String heading, String name, String value) {}

  /** Tells a fact; one without a value is none. */
  Facts tell(String heading, String name, String value) {
    if (!value.isEmpty()) {
      told.add(new Fact(heading, name, value));
    }
    return this;
  }

  /** All that was told. */
  public List<Fact> all() {
    return List.copyOf(told);
  }
}
