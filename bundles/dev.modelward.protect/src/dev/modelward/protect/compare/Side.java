// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of two artifacts: what everybody can read of it, and where blocks are as far as known. */
public record Side(Manifest manifest, Locations locations) {

  /** Whether it is known of each block in which ring it is. */
  public boolean isOpen() {
    return locations.opened() == manifest.highest();
  }

  /** Where a block of an opened ring is, or one that is in none of them. */
  Place place(int ring) {
    List<String> tiers = manifest.tiers().stream().map(TierView::name).toList();
    if (ring > 0) {
      return new Place(List.of(tiers.get(ring)));
    }
    List<String> possible = new ArrayList<>(tiers.subList(locations.opened() + 1, tiers.size()));
    possible.addFirst(tiers.getFirst());
    return new Place(possible);
  }

  /** The tensors by their names, each with its index. */
  Map<String, Integer> tensors() {
    Map<String, Integer> tensors = new TreeMap<>();
    List<Tensor> all = manifest.tensors();
    for (int i = 0; i < all.size(); i++) {
      tensors.put(all.get(i).name(), i);
    }
    return tensors;
  }
}
