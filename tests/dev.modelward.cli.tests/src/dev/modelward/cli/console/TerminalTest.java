// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hasColoursUnlessTheEnvironmentSaysNo() {
    assertTrue(new Terminal(Map.of()).hasColours());
    assertTrue(new Terminal(Map.of("NO_COLOR", "")).hasColours());
    assertFalse(new Terminal(Map.of("NO_COLOR", "1")).hasColours());
    assertFalse(new Terminal(Map.of("TERM", "dumb")).hasColours());
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "1, 20", "99999, 99999"})
  void isAsWideAsTheEnvironmentSays(String columns, int width) {
    assertEquals(width, new Terminal(Map.of("COLUMNS", columns)).width());
  }

  @ParameterizedTest
  @CsvSource({"''", "0", "wide", "-5", "100000"})
  void overlooksAWidthThatIsNone(String columns) {
    assertTrue(new Terminal(Map.of("COLUMNS", columns)).width() >= 20);
  }
}
