// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.ArrayList;
import java.util.List;

/**
 * Which blocks come first. Blocks are ranked by their score for each weight, those of equal rank in
 * the order of the file; so a smaller choice is always part of a larger one. A layer gives at most
 * a part, the cap, of what is asked for, even if less is chosen then.
 */
public record Ranking(Reach reach, double cap) {

  /** Among which blocks ranks are given. */
  public enum Reach {
    /** All blocks of the map. */
    GLOBAL,
    /** Those of each layer by themselves, of which each gives the same share. */
    PER_LAYER
  }

  /** Refuses a part that is none. */
  public Ranking {
    if (!(cap > 0 && cap <= 1)) {
      throw new IllegalArgumentException("expected a part above 0 and up to 1, found " + cap);
    }
  }

  /** All blocks of the map in one ranking, without a cap. */
  public static Ranking global() {
    return new Ranking(Reach.GLOBAL, 1);
  }

  /** Each layer by itself. */
  public static Ranking perLayer() {
    return new Ranking(Reach.PER_LAYER, 1);
  }

  /** This with a cap for what one layer gives. */
  public Ranking capped(double part) {
    return new Ranking(reach, part);
  }

  /** The first blocks, of up to a share of the weights in all blocks. */
  public Choice choose(ImportanceMap map, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share from 0 to 1, found " + share);
    }
    return new Choice(
        map,
        switch (reach) {
          case GLOBAL -> global(map, share);
          case PER_LAYER ->
              map.layers().stream()
                  .map(layer -> new Contest(List.of(layer)).winners(part(layer, share)).getFirst())
                  .toList();
        });
  }

  /** A share of a layer in whole blocks, rounded. */
  private static long part(ScoredLayer layer, double share) {
    return Math.round(share * layer.scores().count()) * layer.tiling().taps();
  }

  private List<long[]> global(ImportanceMap map, double share) {
    // the tiny addition keeps 0.1 + 0.2 from losing a block
    long room = (long) Math.floor(share * map.weights() * (1 + 1e-12));
    Contest contest = new Contest(map.layers());
    if (cap == 1) {
      return contest.winners(room);
    }
    List<Long> limits = new ArrayList<>();
    for (ScoredLayer layer : map.layers()) {
      limits.add(Math.max(layer.tiling().taps(), (long) (cap * room)));
    }
    return contest.limited(limits).winners(room);
  }
}
