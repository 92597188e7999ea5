// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

/** The mean of some numbers, and by how much it may be off by chance. */
record Sample(double mean, double error) {
  private static final double ERRORS = 5;
  private static final double ROUNDING = 1e-6;

  static Sample of(double... numbers) {
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
    return new Sample(mean, Math.sqrt(squares) / numbers.length);
  }

  /** Fails where the mean is further off than five standard errors. */
  void expect(double expected) {
    assertEquals(expected, mean, ERRORS * error + ROUNDING * Math.max(1, Math.abs(expected)));
  }
}
