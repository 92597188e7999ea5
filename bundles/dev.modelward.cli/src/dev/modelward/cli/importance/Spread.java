// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.protect.importance.Choice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Over how many layers a choice spreads, and which of them has the largest part of it. */
record Spread(int layers, Optional<Largest> largest) {

  /** A layer, and its part of the choice. */
  record Largest(String layer, double part) {}

  static Spread of(Choice choice) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (Choice.Part part : choice.spread()) {
      if (part.chosen() > 0) {
        parts.merge(part.layer(), part.ofChoice(), Double::sum);
      }
    }
    Largest largest = new Largest("", 0);
    for (Map.Entry<String, Double> part : parts.entrySet()) {
      if (part.getValue() > largest.part()) {
        largest = new Largest(part.getKey(), part.getValue());
      }
    }
    return new Spread(parts.size(), parts.isEmpty() ? Optional.empty() : Optional.of(largest));
  }

  /** As people read it, as in {@code 44 % in conv1, 5 layers}. */
  @Override
  public String toString() {
    return largest
        .map(first ->
            "%d %% in %s, %d %s"
                .formatted(
                    Math.round(100 * first.part()),
                    first.layer(),
                    layers,
                    layers == 1 ? "layer" : "layers"))
        .orElse("none");
  }
}
