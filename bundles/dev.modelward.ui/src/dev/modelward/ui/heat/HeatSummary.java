// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.ScoredLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is to draw of a map, counted once: a row for each layer, how hot its blocks are, and
 * how many of them are chosen for any share, in the order of {@link
 * dev.modelward.protect.importance.Ranking#global()}. What follows for a share is read in a time
 * that grows with the number of layers only.
 */
public final class HeatSummary {
  private static final int STEPS = 4096;

  /** Counts that are kept at most, 4 bytes each. */
  private static final long ROOM = 8_000_000;

  private static final int PARTS = 64;

  /** The coldest blocks, up to this part of all weights, look alike. */
  private static final double COLD = 0.01;

  private final List<LayerRow> rows;
  private final List<Strip> strips = new ArrayList<>();
  private final List<Histogram> histograms = new ArrayList<>();
  private final List<int[]> before = new ArrayList<>();
  private final Steps steps;
  private final HeatScale scale;

  private HeatSummary(ImportanceMap map, Runnable cancelled) {
    Census census = new Census(map, Grades.of(map), cancelled);
    int most = Math.clamp(ROOM / Math.max(1, map.layers().size()), 64, STEPS);
    steps = new Steps(census, most);
    scale = whole();
    double allScores = Math.max(Double.MIN_NORMAL, steps.scoresBefore(steps.count()));
    double allWeights = Math.max(1, weights());
    List<LayerRow> found = new ArrayList<>();
    for (int i = 0; i < map.layers().size(); i++) {
      cancelled.run();
      ScoredLayer layer = map.layers().get(i);
      double ofWeights = layer.weights() / allWeights;
      found.add(LayerRow.of(layer, ofWeights, census.ofLayers[i] / allScores));
      add(layer);
    }
    rows = List.copyOf(found);
  }

  /** Counts the blocks of a map; the question is asked now and then, and may throw. */
  public static HeatSummary of(ImportanceMap map, Runnable cancelled) {
    return new HeatSummary(map, cancelled);
  }

  private HeatScale whole() {
    if (steps.count() == 0) {
      return new HeatScale(0, 0);
    }
    int coldest = steps.holding((long) (weights() * (1 - COLD)));
    return new HeatScale(steps.keyAt(coldest, 1), steps.keyAt(0, 0));
  }

  private void add(ScoredLayer layer) {
    int[] counts = new int[steps.count() + 1];
    long[] levels = new long[PARTS];
    for (long block = 0; block < layer.scores().count(); block++) {
      int key = Key.of(layer.density(block));
      counts[steps.of(key) + 1]++;
      levels[Histogram.part(PARTS, scale.level(key))]++;
    }
    for (int step = 0; step < steps.count(); step++) {
      counts[step + 1] += counts[step];
    }
    before.add(counts);
    strips.add(Strip.of(layer, scale));
    histograms.add(Histogram.ofLevels(levels));
  }

  /** The layers, in the order of the map. */
  public List<LayerRow> rows() {
    return rows;
  }

  /** How hot the blocks of a layer are. */
  public Strip strip(int layer) {
    return strips.get(layer);
  }

  /** How many blocks of a layer are how hot. */
  public Histogram levels(int layer) {
    return histograms.get(layer);
  }

  /** What hot means. */
  public HeatScale scale() {
    return scale;
  }

  /** The number of weights in all blocks. */
  public long weights() {
    return steps.weightsBefore(steps.count());
  }

  /** The number of blocks. */
  public long blocks() {
    return rows.stream().mapToLong(LayerRow::blocks).sum();
  }

  /** The most important blocks, up to a share of all weights. */
  public Cut cut(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share from 0 to 1, found " + share);
    }
    long room = (long) Math.floor(share * weights() * (1 + 1e-12));
    if (steps.count() == 0) {
      return new Cut(this, new long[rows.size()], 0, 0);
    }
    int step = steps.holding(room);
    long rest = room - steps.weightsBefore(step);
    double part =
        (double) rest / Math.max(1, steps.weightsBefore(step + 1) - steps.weightsBefore(step));
    long[] blocks = steps.isLevel(step) ? inOrder(step, rest) : evenly(step, part);
    double scores =
        steps.scoresBefore(step) + part * (steps.scoresBefore(step + 1) - steps.scoresBefore(step));
    double all = Math.max(Double.MIN_NORMAL, steps.scoresBefore(steps.count()));
    int threshold = part == 0 && step > 0 ? steps.keyAt(step - 1, 1) : steps.keyAt(step, part);
    return new Cut(this, blocks, threshold, scores / all);
  }

  /** Of blocks of equal rank the first come first, up to the first for which there is no room. */
  private long[] inOrder(int step, long room) {
    long[] blocks = new long[rows.size()];
    long rest = room;
    for (int i = 0; i < blocks.length; i++) {
      int[] counts = before.get(i);
      long there = counts[step + 1] - counts[step];
      long taken = Math.min(there, rest / rows.get(i).taps());
      blocks[i] = counts[step] + taken;
      rest = taken < there ? 0 : rest - taken * rows.get(i).taps();
    }
    return blocks;
  }

  private long[] evenly(int step, double part) {
    long[] blocks = new long[rows.size()];
    for (int i = 0; i < blocks.length; i++) {
      int[] counts = before.get(i);
      blocks[i] = counts[step] + (long) (part * (counts[step + 1] - counts[step]));
    }
    return blocks;
  }
}
