// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.chance.SplitMix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dead kernels and pruned numbers among public blocks are found among decoys, too. */
class HolesTest {
  private static final int DRAWS = 20_000;

  private static Crowd crowd(int count, long seed) {
    return new Crowd(
        Crowd.heavyTailed(count, 9, seed).rows().stream().map(float[]::clone).toList());
  }

  private static Crowd decoys(Crowd crowd) throws IOException {
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    for (float[] row : decoys.rows()) {
      for (float number : row) {
        assertTrue(Float.isFinite(number));
      }
    }
    return decoys;
  }

  private static boolean isZero(float... row) {
    return Arrays.equals(row, new float[row.length]);
  }

  @Test
  void asManyDecoysAreDeadAsBlocks() throws IOException {
    Crowd crowd = crowd(200, 1);
    for (int i = 0; i < 200; i += 4) {
      Arrays.fill(crowd.rows().get(i), 0);
    }
    Crowd decoys = decoys(crowd);
    double dead = decoys.rows().stream().filter(row -> isZero(row)).count();
    assertEquals(.25, dead / DRAWS, .02);
    long holes = decoys.rows().stream().filter(row -> !isZero(row) && row[3] == 0).count();
    assertEquals(0, holes);
    Sample.of(decoys.products(4, 4, new double[9])).expect(second(crowd, 4));
  }

  private static double second(Crowd crowd, int tap) {
    Decoys known = known(crowd);
    return known.displacement(0, tap, 0);
  }

  private static Decoys known(Crowd crowd) {
    try {
      return Decoys.of(Decoy.usual(), crowd.layer(), block -> false);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void decoysHaveTheHolesOfPrunedBlocks() throws IOException {
    Crowd crowd = crowd(400, 2);
    SplitMix64 lot = new SplitMix64(3);
    for (float[] row : crowd.rows()) {
      for (int tap = 0; tap < 9; tap++) {
        row[tap] = tap == 8 || lot.below(10) < tap ? 0 : row[tap];
      }
    }
    Crowd decoys = decoys(crowd);
    for (int tap = 0; tap < 9; tap++) {
      assertEquals(zeros(crowd, tap), zeros(decoys, tap), .02);
      Sample.of(decoys.products(tap, tap, new double[9])).expect(second(crowd, tap));
    }
    double ratio = second(crowd, 5) / Sample.of(crowd.products(5, 5, new double[9])).mean();
    assertEquals(1, ratio, .1);
  }

  private static double zeros(Crowd crowd, int tap) {
    return (double) crowd.rows().stream().filter(row -> row[tap] == 0).count()
        / crowd.rows().size();
  }

  @Test
  void whereAllPublicBlocksAreDeadDecoysAre() throws IOException {
    Crowd crowd = crowd(40, 4);
    for (int i = 0; i < 40; i++) {
      Arrays.fill(crowd.rows().get(i), i == 7 ? 1 : 0);
    }
    Decoys decoys = Decoys.of(Decoy.usual(), crowd.layer(), block -> block == 7);
    assertArrayEquals(new double[9], decoys.draw(7, new InsecureFixedBits(1)));
  }

  @Test
  void blocksThatAreNoNumbersAreNotCounted() throws IOException {
    Crowd crowd = crowd(60, 5);
    List<float[]> rows = new ArrayList<>(crowd.rows());
    rows.get(3)[1] = Float.NaN;
    rows.get(5)[2] = Float.POSITIVE_INFINITY;
    Crowd damaged = new Crowd(rows);
    Decoys decoys = known(damaged);
    assertArrayEquals(
        Decoys.of(Decoy.usual(), damaged.layer(), block -> block == 3 || block == 5)
            .draw(0, new InsecureFixedBits(1)),
        decoys.draw(0, new InsecureFixedBits(1)));
    decoys(damaged);
  }

  @Test
  void whereNoPublicBlockIsANumberDecoysAre() throws IOException {
    Crowd crowd = crowd(20, 6);
    crowd.rows().forEach(row -> row[0] = Float.NaN);
    for (float[] row : decoys(crowd).rows()) {
      assertFalse(isZero(row));
    }
  }
}
