// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import java.util.List;

/** Two artifacts side by side, as far as their manifests and opened rings tell. */
public record Comparison(
    Kinship kinship,
    List<Difference> differences,
    List<ViewChange> views,
    List<FileChange> files,
    Movement movement) {

  /** Keeps its own copies. */
  public Comparison {
    differences = List.copyOf(differences);
    views = List.copyOf(views);
    files = List.copyOf(files);
  }

  /** What differs between an artifact and a later one. */
  public static Comparison of(Side before, Side after) {
    return new Comparison(
        Kinship.of(before.manifest(), after.manifest()),
        Difference.of(before.manifest(), after.manifest()),
        ViewChange.of(before.manifest().tiers(), after.manifest().tiers()),
        FileChange.of(before.manifest(), after.manifest()),
        new Tally(before, after).count());
  }
}
