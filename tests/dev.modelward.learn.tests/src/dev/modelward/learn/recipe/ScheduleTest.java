// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @Test
  void aConstantRateStays() {
    Schedule schedule = new Schedule.Constant(0.1);

    assertEquals(0.1, schedule.at(0));
    assertEquals(0.1, schedule.at(0.9));
  }

  @Test
  void aCosineFallsFromTheRateToTheLast() {
    Schedule schedule = new Schedule.Cosine(0.5, 0.1);

    assertEquals(0.5, schedule.at(0), 1e-12);
    assertEquals(0.3, schedule.at(0.5), 1e-12);
    assertEquals(0.1 + 0.4 * (1 + Math.sqrt(0.5)) / 2, schedule.at(0.25), 1e-12);
    assertEquals(0.1, schedule.at(1), 1e-12);
  }

  @Test
  void aCycleRisesToTheRateAndFallsToAlmostNothing() {
    Schedule schedule = new Schedule.OneCycle(1, 0.25);

    assertEquals(0.04, schedule.at(0), 1e-12);
    assertEquals((0.04 + 1) / 2, schedule.at(0.125), 1e-12);
    assertEquals(1, schedule.at(0.25), 1e-12);
    assertEquals(4e-6, schedule.at(1), 1e-12);
  }

  @Test
  void stepsMultiplyTheRateFromEachPartOn() {
    Schedule schedule = new Schedule.Steps(0.8, 0.5, List.of(0.25, 0.75));

    assertEquals(0.8, schedule.at(0));
    assertEquals(0.8, schedule.at(0.2499));
    assertEquals(0.4, schedule.at(0.25));
    assertEquals(0.4, schedule.at(0.7499));
    assertEquals(0.2, schedule.at(0.75));
    assertEquals(0.2, schedule.at(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 0.5, 0.4, Double.NaN})
  void partsThatDoNotRiseBetweenZeroAndOneAreRefused(double part) {
    assertThrows(
        IllegalArgumentException.class, () -> new Schedule.Steps(1, 0.1, List.of(0.5, part)));
  }

  @Test
  void ratesThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Constant(0));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Constant(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(0.1, 0.2));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.OneCycle(0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(0, 0.1, List.of(0.5)));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Steps(0.1, 0, List.of(0.5)));
  }
}
