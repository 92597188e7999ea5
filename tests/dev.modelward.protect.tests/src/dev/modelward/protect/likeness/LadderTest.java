// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.chance.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is drawn from a ladder lies around its rungs. */
class LadderTest {
  private static final int DRAWS = 100_000;

  private static double[] drawn(double... numbers) {
    Lot lot = new Lot(new SplitMix64(1));
    Ladder ladder = Ladder.of(numbers);
    double[] drawn = new double[DRAWS];
    Arrays.setAll(drawn, i -> ladder.draw(lot));
    return drawn;
  }

  private static double between(double[] numbers, double low, double high) {
    return (double) Arrays.stream(numbers).filter(x -> x >= low && x < high).count() / DRAWS;
  }

  @Test
  void eachRungHasAnEqualPart() {
    double[] drawn = drawn(8, 1, 2, 4);
    assertEquals(.25, between(drawn, .5, 1.5), .01);
    assertEquals(.25, between(drawn, 1.5, 3), .01);
    assertEquals(.25, between(drawn, 3, 6), .01);
    assertEquals(.25, between(drawn, 6, 10), .01);
    assertEquals(.125, between(drawn, 3, 4.5), .01);
  }

  @Test
  void noNumberIsDrawnAgain() {
    double[] numbers = {1, 2, 4, 8};
    for (double number : drawn(numbers)) {
      assertTrue(Arrays.stream(numbers).noneMatch(rung -> rung == number));
    }
  }

  @Test
  void meanAndMeanSquareAreThoseOfWhatIsDrawn() {
    for (double[] numbers : new double[][] {{1, 2, 4, 8}, {-3, 1, 1, 9}, {-5, -1}, {7}}) {
      double[] drawn = drawn(numbers);
      assertEquals(Ladder.of(numbers).mean(), Arrays.stream(drawn).average().orElseThrow(), .1);
      assertEquals(
          Ladder.of(numbers).meanSquare(),
          Arrays.stream(drawn).map(x -> x * x).average().orElseThrow(),
          .6);
    }
  }

  @Test
  void theEndsDoNotReachAcrossZero() {
    assertEquals(0, Arrays.stream(drawn(.1, 5)).min().orElseThrow(), .01);
    assertEquals(0, Arrays.stream(drawn(-.1, -5)).max().orElseThrow(), .01);
  }

  @Test
  void equalNumbersAreDrawnAsTheyAre() {
    assertEquals(3, Arrays.stream(drawn(3, 3, 3)).max().orElseThrow());
    assertEquals(.5, between(drawn(3, 3, 3, 3, 9, 9), 3, 3.0001), .01);
  }
}
