// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.protect.importance.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that say which blocks come first, and how many of them are wanted. */
final class RankingOptions {
  private static final List<Double> SHARES = List.of(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02);

  @Option(
      names = "--share",
      split = ",",
      paramLabel = "X",
      description =
          "Which parts of the weights in all blocks are replaced, from 0 to 1; if not given,"
              + " 0.0005,0.001,0.002,0.005,0.01,0.02.")
  private List<Double> shares = new ArrayList<>();

  @Option(
      names = "--per-layer",
      description = "Rank the blocks of each layer by themselves, and take the same part of each.")
  private boolean perLayer;

  @Option(
      names = "--cap",
      paramLabel = "X",
      description = "At most this part of what is wanted comes from one layer, as in 0.25.")
  private List<Double> caps = new ArrayList<>();

  /**
   * Which blocks come first.
   *
   * @throws IllegalArgumentException if that cannot be
   */
  Ranking ranking() {
    if (perLayer && !caps.isEmpty()) {
      throw new IllegalArgumentException(
          "--cap and --per-layer do not go together: each layer gives the same part of itself");
    }
    Ranking whole = perLayer ? Ranking.perLayer() : Ranking.global();
    return caps.isEmpty() ? whole : whole.capped(caps.getLast());
  }

  /**
   * The shares.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  List<Double> shares() {
    for (double share : shares) {
      checkShare(share);
    }
    return shares.isEmpty() ? SHARES : shares;
  }

  static void checkShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share from 0 to 1, found " + share);
    }
  }

  static String word(Ranking ranking) {
    return ranking.reach().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
