// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static List<String> sorted(String... texts) {
    return List.of(texts).stream().sorted(new NaturalOrder()).toList();
  }

  @Test
  void countsAsPeopleDo() {
    assertEquals(
        List.of("conv.3", "conv.10", "conv.10.a"), sorted("conv.10.a", "conv.10", "conv.3"));
  }

  @Test
  void ignoresCaseAndLeadingZeros() {
    assertEquals(List.of("a2", "A10", "b07"), sorted("b07", "A10", "a2"));
  }

  @Test
  void comparesNumbersOfAnyLength() {
    String long1 = "x" + "9".repeat(40);
    String long2 = "x1" + "0".repeat(40);
    assertEquals(List.of(long1, long2), sorted(long2, long1));
  }
}
