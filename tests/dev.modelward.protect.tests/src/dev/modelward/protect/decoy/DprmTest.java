// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decoys as published keep mean and deviation of each tap, and nothing else. */
class DprmTest {
  private static final int DRAWS = 20_000;

  private static Crowd decoys(Crowd crowd) throws IOException {
    return Crowd.decoys(new Decoy.Dprm(), crowd.layer(), DRAWS);
  }

  @Test
  void everyTapHasTheMeanAndTheDeviationOfAllBlocks() throws IOException {
    Crowd crowd = Crowd.heavyTailed(500, 9, 1);
    Crowd decoys = decoys(crowd);
    double[] mean = crowd.mean();
    for (int tap = 0; tap < 9; tap++) {
      Sample.of(decoys.column(tap)).expect(mean[tap]);
      Sample.of(decoys.products(tap, tap, mean)).expect(crowd.covariance()[tap][tap]);
    }
  }

  @Test
  void tapsKnowNothingOfEachOther() throws IOException {
    Crowd crowd = Crowd.heavyTailed(500, 9, 2);
    Crowd decoys = decoys(crowd);
    double[] mean = crowd.mean();
    for (int tap = 1; tap < 9; tap++) {
      Sample.of(decoys.products(tap - 1, tap, mean)).expect(0);
    }
    assertTrue(crowd.covariance()[0][1] > .3 * crowd.covariance()[0][0]);
  }

  @Test
  void theTailsAreThoseOfABell() throws IOException {
    Crowd crowd = Crowd.heavyTailed(500, 4, 3);
    double[] mean = crowd.mean();
    double[] fourth =
        Arrays.stream(decoys(crowd).products(2, 2, mean)).map(square -> square * square).toArray();
    double variance = crowd.covariance()[2][2];
    Sample.of(fourth).expect(3 * variance * variance);
  }

  @Test
  void statisticsKnowTheSealedBlocksToo() throws IOException {
    Crowd crowd = Crowd.heavyTailed(100, 4, 4);
    List<float[]> rows = new ArrayList<>(crowd.rows());
    rows.set(7, new float[] {100, 100, 100, 100});
    InsecureFixedBits bits = new InsecureFixedBits(1);
    Decoys decoys = Decoys.of(new Decoy.Dprm(), new Crowd(rows).layer(), block -> block == 7);
    double most = 0;
    for (int i = 0; i < 100; i++) {
      most = Math.max(most, decoys.draw(7, bits)[0]);
    }
    assertTrue(most > 10);
  }

  @Test
  void blocksThatAreZeroCountLikeOthers() throws IOException {
    Crowd crowd = Crowd.heavyTailed(40, 4, 5);
    List<float[]> rows = new ArrayList<>(crowd.rows());
    for (int i = 0; i < 40; i++) {
      rows.add(new float[4]);
    }
    Crowd half = new Crowd(rows);
    Crowd decoys = decoys(half);
    Sample.of(decoys.column(3)).expect(half.mean()[3]);
    Sample.of(decoys.products(3, 3, half.mean())).expect(half.covariance()[3][3]);
    assertEquals(0, decoys.rows().stream().filter(row -> row[0] == 0).count());
  }
}
