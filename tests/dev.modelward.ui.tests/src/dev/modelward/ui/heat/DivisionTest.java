// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DivisionTest {
  private static final HeatSummary SUMMARY =
      HeatSummary.of(
          Maps.of(
              Maps.layer("a", 1, 10, 1, 1, 9, 1),
              Maps.layer("b", 1, 8, 7, 1, 1, 1),
              Maps.layer("c", 1, 1, 1, 1, 1, 1)),
          () -> {});

  private static Division division(double... shares) {
    List<Double> borders = java.util.Arrays.stream(shares).boxed().toList();
    return Division.of(SUMMARY, Prediction.NONE, new Borders(borders));
  }

  @Test
  void saysInWhichTierTheBestBlockOfEachLayerFalls() {
    Division division = division(2 / 15.0, 4 / 15.0);

    assertEquals(List.of(2, 1, 0), IntStream.range(0, 3).mapToObj(division::tier).toList());
  }

  @Test
  void saysWhichPartOfEachLayerThePublicViewLacks() {
    Division division = division(2 / 15.0, 4 / 15.0);

    assertEquals(0.4, division.sealed(0), 1e-12);
    assertEquals(0.4, division.sealed(1), 1e-12);
    assertEquals(0, division.sealed(2), 1e-12);
  }

  @Test
  void tellsTheTierOfTheBestBlockInACell() {
    Division division = division(1 / 15.0, 2 / 15.0);
    Strip strip = SUMMARY.strip(0);

    assertEquals(
        List.of(2, 0, 0, 1, 0),
        IntStream.range(0, 5).mapToObj(cell -> division.tier(strip, cell, 5)).toList());
    assertEquals(2, division.tier(strip, 0, 1));
  }

  @Test
  void letsTheHighestTierLackNothing() {
    Division division = division(2 / 15.0, 4 / 15.0);

    assertTrue(division.lacking(2).isEmpty());
    assertEquals(2, division.lacking(1).orElseThrow().blocks());
    assertEquals(4, division.lacking(0).orElseThrow().blocks());
  }

  @Test
  void predictsEachViewByWhatItLacks() {
    Prediction prediction =
        new Prediction("top-1", 0.9, List.of(new Measurement(4 / 15.0, 0.1, 0.1, 0.1)));
    Division division = Division.of(SUMMARY, prediction, new Borders(List.of(2 / 15.0, 4 / 15.0)));

    assertEquals(0.1, division.quality(0).orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.of(0.9), division.quality(2));
    double between = division.quality(1).orElseThrow();
    assertTrue(between > 0.1 && between < 0.9, "" + between);
  }
}
