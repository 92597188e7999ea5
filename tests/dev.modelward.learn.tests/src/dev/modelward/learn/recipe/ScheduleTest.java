// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

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
  void ratesThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Constant(0));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Constant(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Cosine(0.1, 0.2));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.OneCycle(0.1, 1));
  }
}
