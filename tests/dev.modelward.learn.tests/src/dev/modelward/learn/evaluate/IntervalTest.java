// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.706",
    "0.975, 2, 4.303",
    "0.975, 5, 2.571",
    "0.975, 10, 2.228",
    "0.975, 30, 2.042",
    "0.975, 100, 1.984",
    "0.975, 1000, 1.962",
    "0.95, 1, 6.314",
    "0.95, 10, 1.812",
    "0.995, 3, 5.841"
  })
  void quantilesAreThoseOfPublishedTables(double probability, long freedom, double expected) {
    assertEquals(expected, StudentT.quantile(probability, freedom), 5.01e-4);
  }

  @Test
  void quantilesGoOnSmoothlyWhereTheSumBecomesTooLong() {
    double before = StudentT.quantile(0.975, 199) - StudentT.quantile(0.975, 200);
    double across = StudentT.quantile(0.975, 200) - StudentT.quantile(0.975, 201);
    double after = StudentT.quantile(0.975, 201) - StudentT.quantile(0.975, 202);

    assertTrue(before > across && across > after && after > 0, before + " " + across + " " + after);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 10, .4902, .9433",
    "5, 10, .2366, .7634",
    "0, 10, 0, .2775",
    "10, 10, .7225, 1",
    "1, 1, .2065, 1",
    "9000, 10000, .8940, .9057"
  })
  void sharesHaveWilsonsInterval(long right, long count, double low, double high) {
    Interval interval = new Figure.Share(Metric.TOP_1, right, count).interval();

    assertEquals(low, interval.low(), 5.1e-5);
    assertEquals(high, interval.high(), 5.1e-5);
  }

  @Test
  void meansHaveStudentsInterval() {
    Interval interval = new Figure.Mean(Metric.MSE, 3, 2, 4).interval();

    assertEquals(3 - 3.18245, interval.low(), 1e-5);
    assertEquals(3 + 3.18245, interval.high(), 1e-5);
  }

  @Test
  void oneNumberMayStandForAnyMean() {
    Interval all = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    assertEquals(all, new Figure.Mean(Metric.MSE, 3, 0, 1).interval());
  }
}
