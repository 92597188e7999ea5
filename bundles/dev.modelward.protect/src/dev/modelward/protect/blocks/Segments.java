// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import java.util.ArrayList;
import java.util.List;

/**
 * A tiling with all directions that behave alike made one: each segment either counts blocks, or
 * taps of a block. The last one is the run in which elements lie.
 */
record Segments(List<Segment> segments) {
  private static final Segment SINGLE = new Segment(1, false, 0);

  /** So many steps, each of which leads some blocks or taps on. */
  record Segment(long size, boolean countsBlocks, long stride) {}

  static Segments of(Tiling tiling) {
    List<Segment> found = new ArrayList<>();
    long blocks = 1;
    long taps = 1;
    for (int i = tiling.dims().size() - 1; i >= 0; i--) {
      long inside = tiling.tile().get(i);
      long outside = tiling.dims().get(i) / inside;
      put(found, new Segment(inside, false, taps));
      put(found, new Segment(outside, true, blocks));
      taps *= inside;
      blocks *= outside;
    }
    if (found.isEmpty()) {
      found.add(SINGLE);
    }
    return new Segments(found.reversed());
  }

  /** Adds a segment before those found so far, or makes the first of these longer. */
  private static void put(List<Segment> found, Segment segment) {
    if (segment.size() == 1) {
      return;
    }
    if (!found.isEmpty() && found.getLast().countsBlocks() == segment.countsBlocks()) {
      Segment behind = found.removeLast();
      found.add(
          new Segment(behind.size() * segment.size(), behind.countsBlocks(), behind.stride()));
    } else {
      found.add(segment);
    }
  }

  /** Whether all that counts taps comes behind all that counts blocks. */
  boolean areContiguous() {
    return segments.subList(0, segments.size() - 1).stream().allMatch(Segment::countsBlocks);
  }

  void visit(Tiling.Runs runs) {
    long[] counters = new long[segments.size() - 1];
    Segment run = segments.getLast();
    int count = Math.toIntExact(run.size());
    long element = 0;
    do {
      long block = way(counters, true);
      int tap = (int) way(counters, false);
      if (run.countsBlocks()) {
        runs.across(element, block, tap, count);
      } else {
        runs.within(element, block, tap, count);
      }
      element += count;
    } while (advance(counters));
  }

  /** How many blocks, or taps, the counters have led on. */
  private long way(long[] counters, boolean ofBlocks) {
    long way = 0;
    for (int i = 0; i < counters.length; i++) {
      Segment segment = segments.get(i);
      way += segment.countsBlocks() == ofBlocks ? counters[i] * segment.stride() : 0;
    }
    return way;
  }

  /** Counts one on, unless all is counted. */
  private boolean advance(long[] counters) {
    int at = counters.length - 1;
    while (at >= 0 && ++counters[at] == segments.get(at).size()) {
      counters[at--] = 0;
    }
    return at >= 0;
  }
}
