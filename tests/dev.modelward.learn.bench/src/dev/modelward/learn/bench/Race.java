// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Contenders that take turns, step by step, so that what slows the machine slows them all. */
final class Race implements AutoCloseable {
  private static final int WARM_UP = 1;
  private static final int ROUNDS = 9;

  /** Steps in a turn: the system tells the processor's time to 10 ms only. */
  private static final int STEPS = 3;

  private final Map<String, Contender> contenders = new LinkedHashMap<>();

  Race with(String name, Contender contender) {
    contenders.put(name, contender);
    return this;
  }

  /** The median of the images per second of each contender, by one of the clocks. */
  Map<String, Double> run(ToDoubleFunction<Clock> clock) throws Exception {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Map.Entry<String, Contender> entry : contenders.entrySet()) {
        double taken = clock.applyAsDouble(Clock.time(entry.getValue(), STEPS));
        if (round >= 0) {
          seconds.computeIfAbsent(entry.getKey(), name -> new ArrayList<>()).add(taken);
        }
      }
    }
    Map<String, Double> speeds = new LinkedHashMap<>();
    seconds.forEach((name, taken) ->
        speeds.put(name, Vgg9.BATCH / taken.stream().sorted().toList().get(ROUNDS / 2)));
    return speeds;
  }

  @Override
  public void close() throws Exception {
    for (Contender contender : contenders.values()) {
      contender.close();
    }
  }
}
