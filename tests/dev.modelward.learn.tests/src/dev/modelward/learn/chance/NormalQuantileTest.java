// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalQuantileTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.75, 0.6744897501960817",
    "0.975, 1.959963984540054",
    "0.001, -3.090232306167813",
    "1e-9, -5.997807015007686",
    "1e-20, -9.262340089798408"
  })
  void agreesWithKnownQuantiles(double probability, double quantile) {
    assertEquals(quantile, NormalQuantile.at(probability), 4e-15 * Math.max(1, Math.abs(quantile)));
  }

  @Test
  void joinsItsPiecesWithoutAStep() {
    for (double border : new double[] {0.075, 0.925, Math.exp(-25)}) {
      double below = NormalQuantile.at(Math.nextDown(border));
      assertEquals(below, NormalQuantile.at(Math.nextUp(border)), 1e-13 * Math.abs(below));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Double.NaN})
  void refusesWhatIsNoProbability(double probability) {
    assertThrows(IllegalArgumentException.class, () -> NormalQuantile.at(probability));
  }
}
