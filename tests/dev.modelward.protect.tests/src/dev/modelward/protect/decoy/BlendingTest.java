// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.testkit.detector.Area;
import dev.modelward.testkit.detector.Detector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Decoys look like the blocks around them. */
class BlendingTest {
  private static final int DRAWS = 20_000;

  /** A crowd of which some taps are made from others. */
  private static Crowd changed(Crowd crowd, Consumer<float[]> change) {
    List<float[]> rows = crowd.rows().stream().map(float[]::clone).toList();
    rows.forEach(change);
    return new Crowd(rows);
  }

  private static Decoys usual(LayerBlocks layer) throws IOException {
    return Decoys.of(Decoy.usual(), layer, block -> false);
  }

  @Test
  void decoysHaveTheMeanAndTheCovarianceOfTheLayer() throws IOException {
    Crowd crowd = Crowd.heavyTailed(4096, 9, 1);
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    double[] mean = crowd.mean();
    double[][] covariance = crowd.covariance();
    for (int i = 0; i < 9; i++) {
      Sample.of(decoys.column(i)).expect(mean[i]);
      for (int j = 0; j < 9; j++) {
        Sample.of(decoys.products(i, j, mean)).expect(covariance[i][j]);
      }
    }
  }

  @Test
  void theTailsAreAsHeavyAsTheLayers() throws IOException {
    Crowd crowd = Crowd.heavyTailed(4096, 9, 2);
    Detector detector = new Detector(crowd.rows());
    ToDoubleFunction<float[]> fourth = row -> Math.pow(detector.distance(row), 2);
    double expected = crowd.rows().stream().mapToDouble(fourth).average().orElseThrow();
    double normal = 9 * 11;
    assertTrue(expected > 2 * normal);
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    Sample.of(decoys.rows().stream().mapToDouble(fourth).toArray()).expect(expected);
  }

  private static double area(Crowd ones, Crowd others, ToDoubleFunction<float[]> mark) {
    return Area.of(
        ones.rows().stream().mapToDouble(mark).toArray(),
        others.rows().stream().mapToDouble(mark).toArray());
  }

  @Test
  void nobodyTellsThemFromBlocksByTheirSpread() throws IOException {
    Crowd crowd = Crowd.heavyTailed(4096, 9, 3);
    Detector detector = new Detector(crowd.rows());
    Crowd decoys = Crowd.decoys(crowd.layer(), 4096);
    for (ToDoubleFunction<float[]> mark :
        List.<ToDoubleFunction<float[]>>of(
            detector::ratio, detector::heavyRatio, detector::distance)) {
      double area = area(decoys, crowd, mark);
      assertTrue(area > .42 && area < .58, () -> "an area of " + area);
    }
    double independent = area(crowd.independent(4), crowd, detector::ratio);
    assertTrue(independent > .75, () -> "taps that know nothing: an area of " + independent);
  }

  @Test
  void theSameBitsGiveTheSameDecoy() throws IOException {
    Decoys blending = usual(Crowd.heavyTailed(100, 9, 5).layer());
    double[] decoy = blending.draw(0, new InsecureFixedBits(7));
    assertArrayEquals(decoy, blending.draw(0, new InsecureFixedBits(7)));
    assertFalse(Arrays.equals(decoy, blending.draw(0, new InsecureFixedBits(8))));
    assertArrayEquals(blending.draw(0, new Random(7)), blending.draw(0, new Random(7)));
  }

  @Test
  void tapsThatNeverChangeStayAsTheyAre() throws IOException {
    for (int count : new int[] {20, 400}) {
      Crowd crowd = changed(Crowd.heavyTailed(count, 9, 6), row -> row[0] = row[4] = .5f);
      for (float[] decoy : Crowd.decoys(crowd.layer(), 50).rows()) {
        assertEquals(.5f, decoy[0]);
        assertEquals(.5f, decoy[4]);
      }
    }
  }

  @Test
  void whatHoldsForAllBlocksHoldsForDecoys() throws IOException {
    Crowd crowd =
        changed(
            Crowd.heavyTailed(400, 9, 7),
            row -> {
              row[2] = 0;
              row[8] = row[0] - row[1];
            });
    for (float[] decoy : Crowd.decoys(crowd.layer(), 50).rows()) {
      assertEquals(0, decoy[2]);
      assertEquals(decoy[0] - decoy[1], decoy[8], 1e-4);
    }
    double[][] covariance = crowd.covariance();
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    for (int i = 0; i < 9; i++) {
      Sample.of(decoys.products(i, 3, crowd.mean())).expect(covariance[i][3]);
    }
  }

  @Test
  void decoysOfALayerOfEqualBlocksAreEqualToThem() throws IOException {
    float[] one = {1, -2, 3};
    LayerBlocks layer = new Crowd(List.of(one, one, one, one, one, one, one, one)).layer();
    assertArrayEquals(one, Crowd.floats(usual(layer).draw(0, new InsecureFixedBits(1))));
  }

  @Test
  void amongFewBlocksTapsHardlyKnowOfEachOther() throws IOException {
    Crowd crowd = Crowd.heavyTailed(400, 65, 8);
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    double known = Sample.of(decoys.products(30, 31, crowd.mean())).mean();
    double own = Sample.of(decoys.products(30, 30, crowd.mean())).mean();
    assertEquals(1, own / crowd.covariance()[30][30], .25);
    assertEquals(0, known / own, .25);
    assertTrue(crowd.covariance()[30][31] > .3 * crowd.covariance()[30][30]);
  }

  @Test
  void aSingleTapIsSpreadLikeTheOthers() throws IOException {
    Crowd crowd = changed(Crowd.heavyTailed(500, 1, 9), row -> row[0] = (float) Math.exp(row[0]));
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    double[] known = crowd.column(0);
    double[] drawn = decoys.column(0);
    Arrays.sort(known);
    Arrays.sort(drawn);
    for (int part = 1; part < 10; part++) {
      int at = 50 * part;
      double found = drawn[DRAWS / 10 * part];
      assertTrue(found > known[at - 12] && found < known[at + 12]);
    }
    // a few are the same once they are floats
    assertTrue(Arrays.stream(drawn).filter(x -> Arrays.binarySearch(known, x) >= 0).count() < 20);
  }

  @Test
  void layersWithoutPublicBlocksGetWhatFollowsFromTheirFanIn() throws IOException {
    Decoys decoys = Decoys.of(Decoy.usual(), Crowd.heavyTailed(40, 9, 10).layer(), block -> true);
    Crowd drawn = drawn(decoys);
    double[] none = new double[9];
    Sample.of(drawn.column(8)).expect(0);
    Sample.of(drawn.products(8, 8, none)).expect(2.0 / 9);
    Sample.of(drawn.products(8, 7, none)).expect(0);
  }

  @Test
  void layersOfFewPublicBlocksGetTheirMeanAndDeviationOverAllTaps() throws IOException {
    Crowd crowd = Crowd.heavyTailed(40, 9, 11);
    Decoys decoys = Decoys.of(Decoy.usual(), crowd.layer(), block -> block > 6);
    Crowd drawn = drawn(decoys);
    List<float[]> numbers = new ArrayList<>();
    for (float[] row : crowd.rows().subList(0, 7)) {
      for (float number : row) {
        numbers.add(new float[] {number});
      }
    }
    Crowd known = new Crowd(numbers);
    for (int tap = 0; tap < 9; tap++) {
      Sample.of(drawn.column(tap)).expect(known.mean()[0]);
      double[] mean = new double[9];
      Arrays.fill(mean, known.mean()[0]);
      Sample.of(drawn.products(tap, tap, mean)).expect(known.covariance()[0][0]);
    }
  }

  private static Crowd drawn(Decoys decoys) {
    List<float[]> drawn = new ArrayList<>();
    InsecureFixedBits bits = new InsecureFixedBits(3);
    for (int i = 0; i < DRAWS; i++) {
      drawn.add(Crowd.floats(decoys.draw(0, bits)));
    }
    return new Crowd(drawn);
  }

  @Test
  void noNumberOfASealedBlockIsLookedAt() throws IOException {
    Crowd crowd = Crowd.heavyTailed(400, 9, 14);
    List<float[]> rows = new ArrayList<>(crowd.rows().stream().map(float[]::clone).toList());
    for (int i = 0; i < 400; i += 3) {
      Arrays.fill(rows.get(i), 1e6f);
    }
    LayerBlocks other = new Crowd(rows).layer();
    for (long seed = 0; seed < 20; seed++) {
      assertArrayEquals(
          Decoys.of(Decoy.usual(), crowd.layer(), block -> block % 3 == 0)
              .draw(0, new InsecureFixedBits(seed)),
          Decoys.of(Decoy.usual(), other, block -> block % 3 == 0)
              .draw(0, new InsecureFixedBits(seed)));
    }
  }
}
