// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.protect.importance.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * Which blocks are sealed in which ring, with the views of all tiers and how that was found. Tier m
 * opens the first m rings; the first one has the blocks that matter most.
 */
public record Placement(List<Choice> rings, List<View> views, Evidence evidence) {

  /** Keeps its own copies, and refuses rings that are not what lies between two views. */
  public Placement {
    rings = List.copyOf(rings);
    views = List.copyOf(views);
    if (rings.size() != views.size() - 1) {
      throw new IllegalArgumentException(
          "expected a ring less than views, found %d and %d".formatted(rings.size(), views.size()));
    }
    for (int i = 0; i < rings.size(); i++) {
      long opened = views.get(i).sealed().count() - views.get(i + 1).sealed().count();
      if (rings.get(i).count() != opened || opened < 1) {
        throw new IllegalArgumentException(
            "expected %d blocks in ring %d, found %d"
                .formatted(opened, i + 1, rings.get(i).count()));
      }
    }
  }

  /** The views of a model, from the first tier to the last, and what lies between them. */
  static Placement of(List<View> views, Evidence evidence) {
    List<Choice> rings = new ArrayList<>();
    for (int i = 1; i < views.size(); i++) {
      rings.add(views.get(i - 1).sealed().without(views.get(i).sealed()));
    }
    return new Placement(rings, views, evidence);
  }

  /** All blocks that are sealed in any ring, which are decoys in the public model. */
  public Choice sealed() {
    return views.getFirst().sealed();
  }
}
