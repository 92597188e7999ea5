// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void countsNumbersInEqualParts() {
    Histogram found = Histogram.of(4, -1, 0, 0.9, 3, Double.NaN, Double.NEGATIVE_INFINITY);

    assertEquals(new Histogram(-1, 3, List.of(1L, 2L, 0L, 1L)), found);
    assertEquals(4, found.all());
    assertEquals(2, found.highest());
    assertEquals(0, found.from(1));
  }

  @Test
  void standsNumbersThatAreAllTheSameOrNone() {
    assertEquals(2, Histogram.of(3, 5, 5).all());
    assertEquals(0, Histogram.of(3).all());
  }
}
