// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import java.util.NavigableMap;

/** Two neighbours on a slope, between which it crosses a level: fewer sealed weights, and more. */
record Gap(long fewer, double better, long more, double worse, double level) {

  /** The gap in a profile that never rises; at one of its ends if it does not cross the level. */
  static Gap of(NavigableMap<Long, Double> profile, double level) {
    long fewer = profile.firstKey();
    double better = profile.firstEntry().getValue();
    for (var entry : profile.headMap(profile.lastKey(), false).entrySet()) {
      if (entry.getValue() >= level) {
        fewer = entry.getKey();
        better = entry.getValue();
      }
    }
    var more = profile.higherEntry(fewer);
    return new Gap(fewer, better, more.getKey(), more.getValue(), level);
  }

  /**
   * Where a straight line would cross the level, but at least some part of the way from the ends.
   */
  double crossing(double least) {
    double way = (better - level) / (better - worse);
    double bounded = Double.isNaN(way) ? 0.5 : Math.clamp(way, least, 1 - least);
    return fewer + bounded * (more - fewer);
  }
}
