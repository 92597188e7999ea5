// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the best blocks of some layers without sorting them: it halves the range in which the score
 * of the last winner must lie until that is known to the bit. The winners are the beginning of all
 * blocks in order, ended by the first for which there is no room; of a layer beyond its limit, that
 * of its own blocks. What a layer counts is not rounded to whole blocks, for only so does more room
 * for all, and as much more for each, never cost a winner its place.
 */
record Contest(List<Entrant> entrants) {
  private static final double ROUNDING = 1e-9;

  /** The best blocks of each layer, of so many weights together at most. */
  List<long[]> winners(long room) {
    Threshold threshold = Threshold.of(key -> counted(key) <= room + ROUNDING);
    double rest = room - counted(threshold.least());
    List<long[]> winners = new ArrayList<>();
    for (Entrant entrant : entrants) {
      long sure = entrant.atLeast(threshold.least());
      long equal = entrant.atLeast(threshold.least() - 1) - sure;
      double wanted = entrant.counted(sure + equal) - entrant.counted(sure);
      boolean isRoom = wanted <= rest + ROUNDING;
      long more = isRoom ? equal : (long) ((rest + ROUNDING) / entrant.taps());
      // nothing comes after the first that does not fit
      rest = isRoom ? rest - wanted : 0;
      boolean isWithin = sure + more <= entrant.most();
      winners.add(isWithin ? entrant.first(threshold, more) : entrant.best(entrant.most()));
    }
    return winners;
  }

  private double counted(long least) {
    return entrants.stream().mapToDouble(entrant -> entrant.counted(entrant.atLeast(least))).sum();
  }
}
