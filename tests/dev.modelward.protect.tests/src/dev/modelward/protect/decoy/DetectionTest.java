// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.detector.Area;
import dev.modelward.testkit.detector.ChannelDetector;
import dev.modelward.testkit.detector.Detector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Detectors find what there is to find, and decoys among few blocks are not found. */
class DetectionTest {
  private static final int SEEDS = 60;

  private static double[] marks(List<float[]> rows, ToDoubleFunction<float[]> mark) {
    return rows.stream().mapToDouble(mark).toArray();
  }

  @Test
  void theAreaCountsEqualMarksHalf() {
    assertEquals(.5, Area.of(new double[] {1, 1}, new double[] {1, 1, 1}));
    assertEquals(1, Area.of(new double[] {2, 3}, new double[] {1, 0}));
    assertEquals(0, Area.of(new double[] {-1}, new double[] {1, 0}));
    assertEquals(.625, Area.of(new double[] {1, 2}, new double[] {1, 1.5}));
  }

  @Test
  void anOddBlockGetsAHighMark() {
    List<float[]> rows = new ArrayList<>(Crowd.heavyTailed(2000, 4, 1).rows());
    rows.add(new float[] {.4f, -.4f, .4f, -.4f});
    Detector detector = new Detector(rows);
    for (ToDoubleFunction<float[]> mark :
        List.<ToDoubleFunction<float[]>>of(detector::distance, detector::ratio)) {
      double[] marks = marks(rows, mark);
      double odd = marks[2000];
      assertTrue(Arrays.stream(marks).filter(other -> other > odd).count() < 20);
    }
  }

  @Test
  void theRatioIsThatOfTwoDensities() {
    List<float[]> rows = new ArrayList<>();
    for (float[] row : new float[][] {{3, 2}, {-3, -2}, {1, 2}, {-1, -2}}) {
      rows.add(row);
    }
    Detector detector = new Detector(rows);
    // variances 5 and 4, a covariance of 4, a determinant of 4
    assertEquals(4 / Math.sqrt(20), detector.correlation(), 1e-9);
    double together = -Math.log(4) / 2 - (4 * 1 + 5 * 1 - 2 * 4) / 4.0 / 2;
    double apart = -Math.log(20) / 2 - (1 / 5.0 + 1 / 4.0) / 2;
    assertEquals(apart - together, detector.ratio(1, 1), 1e-9);
    assertEquals((4 + 5 - 8) / 4.0, detector.distance(1, 1), 1e-9);
  }

  @Test
  void tapsThatNeverChangeMarkNothing() {
    List<float[]> rows = new ArrayList<>();
    for (float[] row : Crowd.heavyTailed(200, 4, 2).rows()) {
      rows.add(new float[] {row[0], 0, row[1], row[0]});
    }
    Detector detector = new Detector(rows);
    for (float[] row : rows) {
      assertTrue(Double.isFinite(detector.ratio(row)) && Double.isFinite(detector.heavyRatio(row)));
    }
  }

  @Test
  void aBlockThatIsTooSmallForItsChannelIsFound() {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      float size = (i / 8 + 1) * (i % 8 + 1) * (i == 20 ? .5f : 1);
      rows.add(new float[] {size, -size});
    }
    double[] marks = new ChannelDetector(rows, 8).marks();
    assertEquals(Arrays.stream(marks).max().orElseThrow(), marks[20]);
  }

  /** The area by a mark for decoys of a few blocks of a layer, over many seeds. */
  private static double area(Crowd crowd, int sealed, Marks marks) throws IOException {
    Stored stored = Stored.of(ElementType.FLOAT32, crowd, 1);
    long[] chosen = LongStream.range(0, sealed).map(i -> i * 3 + 1).toArray();
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Tensor after = stored.concealed(Decoy.usual(), new InsecureFixedBits(seed), chosen);
      List<float[]> seen = new ArrayList<>();
      for (long block = 0; block < stored.layer().count(); block++) {
        seen.add(Crowd.floats(stored.block(after, block)));
      }
      double[] all = marks(seen, marks.of(new Detector(seen)));
      double[] decoys = LongStream.of(chosen).mapToDouble(block -> all[(int) block]).toArray();
      for (long block : chosen) {
        all[(int) block] = Double.NaN;
      }
      sum += Area.of(decoys, Arrays.stream(all).filter(mark -> !Double.isNaN(mark)).toArray());
    }
    return sum / SEEDS;
  }

  private interface Marks {
    ToDoubleFunction<float[]> of(Detector detector);
  }

  @Test
  void amongFewBlocksDecoysAreNotFound() throws IOException {
    for (long layer = 0; layer < 3; layer++) {
      Crowd crowd = Crowd.heavyTailed(48, 9, 20 + layer);
      assertEquals(.5, area(crowd, 6, detector -> detector::distance), .1);
      assertEquals(.5, area(crowd, 6, detector -> detector::ratio), .1);
      assertEquals(.5, area(crowd, 6, detector -> detector::heavyRatio), .1);
    }
  }

  @Test
  void amongSomeRowsOfManyTapsDecoysAreNotFound() throws IOException {
    double sum = 0;
    for (long layer = 0; layer < 4; layer++) {
      sum += area(Crowd.heavyTailed(20, 64, 30 + layer), 4, detector -> detector::distance) / 4;
    }
    assertEquals(.5, sum, .2);
  }
}
