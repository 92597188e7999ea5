// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.List;

/**
 * Which blocks come first. Blocks are ranked by their score for each weight, those of equal rank in
 * the order of the file, those whose score is no number last; so a smaller choice is always part of
 * a larger one. A layer gives at most a part, the cap, of what is asked for, even if less is chosen
 * then; but one block it may always give.
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
    // the tiny addition keeps 0.1 + 0.2 from losing a block
    long room = (long) Math.floor(share * map.weights() * (1 + 1e-12));
    double limit = cap == 1 ? Double.MAX_VALUE : cap * room;
    List<Entrant> entrants = map.layers().stream().map(layer -> Entrant.of(layer, limit)).toList();
    return new Choice(
        map,
        switch (reach) {
          case GLOBAL -> new Contest(entrants).winners(room);
          case PER_LAYER -> entrants.stream().map(entrant -> part(entrant, share)).toList();
        });
  }

  /** A share of a layer in whole blocks, rounded. */
  private static long[] part(Entrant entrant, double share) {
    return entrant.best(Math.min(entrant.most(), Math.round(share * entrant.scores().count())));
  }
}
