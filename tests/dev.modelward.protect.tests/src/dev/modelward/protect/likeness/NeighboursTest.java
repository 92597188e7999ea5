// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.chance.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A decoy among few blocks looks like one of them to whoever sees all of them. */
class NeighboursTest {
  private static final int ROUNDS = 800;

  /** Blocks whose taps know of each other as much as is said. */
  private static Census blocks(int count, int taps, double common, SplitMix64 chance) {
    Census census = new Census(count, taps, 1);
    for (int i = 0; i < count; i++) {
      double shared = chance.normal();
      double[] block = new double[taps];
      Arrays.setAll(block, tap -> chance.normal() + common * shared);
      census.add(block);
    }
    return census;
  }

  /** The squared distance of each block of a census from their mean, in their own frame. */
  private static double[] distances(Census census, boolean isFlat) {
    Moments moments = Moments.of(census);
    Frame frame =
        isFlat
            ? Frame.diagonal(moments.mean(), moments.deviation())
            : Frame.of(moments.mean(), Covariance.of(census, moments.mean()));
    double[] distances = new double[census.count()];
    double[] block = new double[census.taps()];
    for (int i = 0; i < distances.length; i++) {
      census.copy(i, block);
      distances[i] = frame.square(block);
    }
    return distances;
  }

  /** The mean squared distance of a decoy, seen among the blocks that it was made for. */
  private static double distance(int count, int taps, double common, boolean isFlat) {
    SplitMix64 chance = new SplitMix64(1);
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Census before = blocks(count, taps, common, chance);
      Census after = new Census(count + 1, taps, 1);
      double[] block = new double[taps];
      for (int i = 0; i < count; i++) {
        before.copy(i, block);
        after.add(block);
      }
      after.add(Blend.of(before).draw(new Lot(chance)));
      sum += distances(after, isFlat)[count];
    }
    return sum / ROUNDS;
  }

  @Test
  void aDecoyIsAsFarFromTheMeanAsABlock() {
    assertEquals(9, distance(30, 9, .7, false), 1);
    assertEquals(9, distance(30, 9, 3, false), 1);
    assertEquals(9, distance(100, 9, .7, false), .6);
  }

  @Test
  void aDecoyFitsNoBetterToWhatTapsKnowOfEachOther() {
    assertEquals(9, distance(30, 9, .7, true), 1);
    assertEquals(9, distance(30, 9, 3, true), 2.5);
    assertEquals(9, distance(100, 9, .7, true), .6);
  }

  @Test
  void aDecoyOfManyTapsAmongFewBlocksIsAsFarFromTheMeanAsABlock() {
    assertEquals(200, distance(9, 200, 0, true), 20);
    assertEquals(200, distance(40, 200, 0, true), 8);
  }

  @Test
  void theMomentsAreThoseOfWhatIsDrawn() {
    SplitMix64 chance = new SplitMix64(2);
    for (int count : new int[] {8, 20, 60, 300}) {
      Drawing drawing = Blend.of(blocks(count, 5, 1, chance));
      double[] sums = new double[5];
      double[] squares = new double[5];
      for (int i = 0; i < 100_000; i++) {
        double[] block = drawing.draw(new Lot(chance));
        for (int tap = 0; tap < 5; tap++) {
          double away = block[tap] - drawing.moments().mean(tap);
          sums[tap] += away / 100_000;
          squares[tap] += away * away / 100_000;
        }
      }
      for (int tap = 0; tap < 5; tap++) {
        double variance = drawing.moments().variance(tap);
        assertEquals(0, sums[tap], .02 * Math.sqrt(variance));
        assertEquals(1, squares[tap] / variance, .03);
      }
    }
  }

  @Test
  void noDistanceIsThatOfABlock() {
    SplitMix64 chance = new SplitMix64(3);
    Census census = blocks(40, 9, 1, chance);
    Moments moments = Moments.of(census);
    Frame frame = Frame.of(moments.mean(), Covariance.of(census, moments.mean()));
    double[] known = distances(census, false);
    Drawing drawing = Blend.of(census);
    for (int i = 0; i < 1000; i++) {
      double found = frame.square(drawing.draw(new Lot(chance)));
      assertTrue(Arrays.stream(known).noneMatch(square -> Math.abs(square / found - 1) < 1e-6));
    }
  }

  @Test
  void noDirectionIsNearerToABlocksThanBlocksAreToEachOther() {
    SplitMix64 chance = new SplitMix64(4);
    for (int taps : new int[] {9, 60}) {
      Census census = blocks(130, taps, 0, chance);
      Moments moments = Moments.of(census);
      Frame frame = Frame.diagonal(moments.mean(), moments.deviation());
      Headings headings = Headings.of(frame, census);
      Directions directions = Directions.of(frame, census);
      double own = 0;
      double drawn = 0;
      for (int i = 0; i < headings.count(); i++) {
        own += nearest(headings, headings.at(i)) / headings.count();
        drawn += nearest(headings, directions.draw(new Lot(chance))) / headings.count();
      }
      assertEquals(own, drawn, .06);
    }
  }

  private static double nearest(Headings headings, double... place) {
    double nearest = 0;
    for (int i = 0; i < headings.count(); i++) {
      double cosine = 0;
      for (int tap = 0; tap < place.length; tap++) {
        cosine += headings.at(i)[tap] * place[tap];
      }
      // a heading is not compared with itself
      nearest = Math.abs(cosine) < 1 - 1e-6 ? Math.max(nearest, Math.abs(cosine)) : nearest;
    }
    return nearest;
  }
}
