// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final String TABLE =
      """
      map,criterion,ranking,cap,metric,plain,asked,share,share_of_all,blocks,weights,seeds,mean,low,high,layers,largest_layer,largest
      models/net.importance,fisher,global,1.0,top-1,0.9,0.01,0.01,0.01,3,9,5,0.3,0.2,0.4,1,a,1.0
      models/net.importance,fisher,global,1.0,top-1,0.9,0.001,0.001,0.001,1,3,1,0.7,,,1,"a, ""b"" c",1.0
      models/net.importance,fisher,per-layer,1.0,top-1,0.9,0.1,0.1,0.1,1,3,1,0.1,,,1,a,1.0
      other.importance,random,global,1.0,top-1,0.9,0.5,0.5,0.5,1,3,1,0.8,,,1,a,1.0
      """;

  private static Prediction of(String map) {
    return CurveFile.of(TABLE).of(Path.of(map));
  }

  @Test
  void isReadFromTheTableOfCurve() {
    Prediction read = of("elsewhere/net.importance");

    assertEquals("top-1", read.metric());
    assertEquals(0.9, read.plain());
    assertEquals(
        List.of(new Measurement(0.001, 0.7, 0.7, 0.7), new Measurement(0.01, 0.3, 0.2, 0.4)),
        read.points());
    assertTrue(read.isShare());
  }

  @Test
  void isNoneForAMapThatWasNotMeasured() {
    assertEquals(Prediction.NONE, of("third.importance"));
    assertEquals(Prediction.NONE, CurveFile.of("").of(Path.of("net.importance")));
    assertEquals(
        Prediction.NONE,
        CurveFile.of("map,asked\r\nnet.importance,x\r\n").of(Path.of("net.importance")));
  }

  @Test
  void goesThroughWhatWasMeasured() {
    Prediction read = of("net.importance");

    assertEquals(0.9, read.at(0).orElseThrow(), 1e-9);
    assertEquals(0.7, read.at(0.001).orElseThrow(), 1e-9);
    assertEquals(0.5, read.at(Math.sqrt(0.001 * 0.01)).orElseThrow(), 1e-9);
    assertEquals(0.3, read.at(0.01).orElseThrow(), 1e-9);
  }

  @Test
  void saysNothingBeyondTheLastMeasurement() {
    assertEquals(OptionalDouble.empty(), of("net.importance").at(0.02));
    assertEquals(OptionalDouble.empty(), Prediction.NONE.at(0));
  }
}
