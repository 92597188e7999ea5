// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contenders that take turns, each of which is timed by the wall. */
final class Turns {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 7;
  private static final double NANOS = 1e9;

  private final Map<String, Step> contenders = new LinkedHashMap<>();

  /** What is timed. */
  interface Step {
    void run() throws Exception;
  }

  Turns with(String name, Step step) {
    contenders.put(name, step);
    return this;
  }

  /** The median seconds of each. */
  Map<String, Double> run() throws Exception {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (Map.Entry<String, Step> each : contenders.entrySet()) {
        // what others left behind is not this one's to clear away
        System.gc();
        long start = System.nanoTime();
        each.getValue().run();
        double seconds = (System.nanoTime() - start) / NANOS;
        if (round >= WARM_UP) {
          times.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(seconds);
        }
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(name, all.stream().sorted().toList().get(ROUNDS / 2)));
    return medians;
  }
}
