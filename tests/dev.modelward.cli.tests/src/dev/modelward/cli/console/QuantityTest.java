// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "9999 | 9,999",
        "10000 | 10.0 K (10,000)",
        "12345 | 12.3 K (12,345)",
        "999499 | 999 K (999,499)",
        "999500 | 1.00 M (999,500)",
        "1259674 | 1.26 M (1,259,674)",
        "143667240 | 144 M (143,667,240)",
        "70000000000 | 70.0 G (70,000,000,000)",
        "9223372036854775807 | 9.22 E (9,223,372,036,854,775,807)"
      })
  void showsACountInThreeDigitsAndInFull(long count, String text) {
    assertEquals(text, Quantity.count(count));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.00 kB",
    "1728, 1.73 kB",
    "5053501, 5.05 MB",
    "574671192, 575 MB",
    "2500000000, 2.50 GB"
  })
  void showsBytesInThreeDigits(long bytes, String text) {
    assertEquals(text, Quantity.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.0 %", "1, 3, 33.3 %", "2, 3, 66.7 %", "5, 5, 100.0 %"})
  void showsAShareWithOneDecimal(long part, long whole, String text) {
    assertEquals(text, Quantity.share(part, whole));
  }
}
