// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 %, 0.0 %",
    "1, 100 %, 100.0 %",
    "0.5, 50 %, 50.0 %",
    "0.0005, 0.05 %, 0.1 %",
    "0.00051249, 0.0512 %, 0.1 %",
    "0.0000012345, 0.000123 %, 0.0 %",
    "0.99999, 100 %, 100.0 %",
    "-0.25, -25 %, -25.0 %"
  })
  void hasThreeDigitsOrOneDecimal(double part, String digits, String tenths) {
    assertEquals(digits, Percent.ofDigits(part));
    assertEquals(tenths, Percent.ofTenths(part));
  }
}
