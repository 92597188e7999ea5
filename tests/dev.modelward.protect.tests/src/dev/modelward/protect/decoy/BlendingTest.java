// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.testkit.Models;
import java.io.IOException;
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
    Detector detector = new Detector(crowd);
    ToDoubleFunction<float[]> fourth = row -> Math.pow(detector.distance(row), 2);
    double expected = crowd.rows().stream().mapToDouble(fourth).average().orElseThrow();
    double normal = 9 * 11;
    assertTrue(expected > 2 * normal);
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    Sample.of(decoys.rows().stream().mapToDouble(fourth).toArray()).expect(expected);
  }

  private static double area(Crowd ones, Crowd others, ToDoubleFunction<float[]> mark) {
    return Detector.area(
        ones.rows().stream().mapToDouble(mark), others.rows().stream().mapToDouble(mark));
  }

  @Test
  void nobodyTellsThemFromBlocksByTheirSpread() throws IOException {
    Crowd crowd = Crowd.heavyTailed(4096, 9, 3);
    Detector detector = new Detector(crowd);
    Crowd decoys = Crowd.decoys(crowd.layer(), 4096);
    for (ToDoubleFunction<float[]> mark :
        List.<ToDoubleFunction<float[]>>of(detector::ratio, detector::distance)) {
      double area = area(decoys, crowd, mark);
      assertTrue(area > .42 && area < .58, () -> "an area of " + area);
    }
    double independent = area(crowd.independent(4), crowd, detector::ratio);
    assertTrue(independent > .75, () -> "taps that know nothing: an area of " + independent);
  }

  @Test
  void theSameBitsGiveTheSameDecoy() throws IOException {
    Blending blending = Blending.of(Crowd.heavyTailed(100, 9, 5).layer());
    float[] decoy = blending.draw(new SplitMix64(7));
    assertArrayEquals(decoy, blending.draw(new SplitMix64(7)));
    assertFalse(Arrays.equals(decoy, blending.draw(new SplitMix64(8))));
    assertArrayEquals(blending.draw(new Random(7)), blending.draw(new Random(7)));
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
    assertArrayEquals(one, Blending.of(layer).draw(new SplitMix64(1)));
    float[] single = {.25f};
    LayerBlocks lonely = new Crowd(List.of(single)).layer();
    assertArrayEquals(single, Blending.of(lonely).draw(new SplitMix64(1)));
  }

  @Test
  void manyTapsAreTakenNotToKnowOfEachOther() throws IOException {
    Crowd crowd = Crowd.heavyTailed(400, 65, 8);
    Crowd decoys = Crowd.decoys(crowd.layer(), DRAWS);
    double[] mean = crowd.mean();
    Sample.of(decoys.products(30, 31, mean)).expect(0);
    Sample.of(decoys.products(30, 30, mean)).expect(crowd.covariance()[30][30]);
    assertTrue(crowd.covariance()[30][31] > .3 * crowd.covariance()[30][30]);
  }

  @Test
  void decoysOfQuantizedLayersAreLikeWhatTheLayersComputeWith() throws IOException {
    LayerBlocks layer = Blocks.of(Models.quantizedConv()).layers().getFirst();
    Crowd real = Crowd.of(layer);
    double[] mean = new double[9];
    double[] spread = new double[9];
    for (int tap = 0; tap < 9; tap++) {
      mean[tap] = Arrays.stream(real.mean()).average().orElseThrow();
    }
    for (int tap = 0; tap < 9; tap++) {
      spread[tap] = Arrays.stream(real.products(tap, tap, mean)).average().orElseThrow();
    }
    Crowd decoys = Crowd.decoys(layer, DRAWS);
    Sample.of(decoys.column(3)).expect(mean[3]);
    Sample.of(decoys.products(3, 3, mean)).expect(Arrays.stream(spread).average().orElseThrow());
  }
}
