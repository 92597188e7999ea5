// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.artifact.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A tier as somebody calls it: by its name or its number. */
record NamedTier(String text) {

  /** Its number in an artifact; the public tier and tiers that are unheard of are refused. */
  int in(Manifest manifest) throws Refusal {
    List<String> names = new ArrayList<>();
    manifest.tiers().forEach(tier -> names.add(tier.name()));
    int[] meant =
        IntStream.range(0, names.size())
            .filter(i -> text.equals(names.get(i)) || text.equals(Integer.toString(i)))
            .toArray();
    if (meant.length == 1 && meant[0] > 0) {
      return meant[0];
    }
    String what =
        switch (meant.length) {
          case 0 -> "The artifact has no such tier.";
          case 1 -> "This tier is everybody's and needs no grant.";
          default -> "This is the number of one tier and the name of another.";
        };
    String choice =
        String.join(
            ", ",
            IntStream.range(1, names.size()).mapToObj(i -> i + " (" + names.get(i) + ")").toList());
    throw new Refusal(new Failure("--tier " + text, what, "There are " + choice + "."));
  }
}
