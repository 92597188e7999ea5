// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BordersTest {
  private final Borders three = new Borders(List.of(0.1, 0.2, 0.4));

  @Test
  void moveUpToTheirNeighbours() {
    assertEquals(List.of(0.1, 0.3, 0.4), three.moved(1, 0.3).shares());
    assertEquals(List.of(0.1, 0.4, 0.4), three.moved(1, 0.9).shares());
    assertEquals(List.of(0.1, 0.1, 0.4), three.moved(1, -1).shares());
    assertEquals(List.of(0.1, 0.2, 1.0), three.moved(2, 7).shares());
  }

  @Test
  void countThePublicViewAsTheFirstTier() {
    assertEquals(1, three.tier(2));
    assertEquals(3, three.tier(0));
  }

  @Test
  void comeAndGo() {
    assertEquals(List.of(0.1, 0.2, 0.4, 0.8), three.more().shares());
    assertEquals(List.of(0.1, 0.2, 0.4, 0.8, 1.0), three.more().more().shares());
    assertEquals(List.of(0.1, 0.4), three.without(1).shares());
  }

  @Test
  void comeBackFromTheirText() {
    assertEquals(three, Borders.read(three.text()));
    for (String other : List.of("", "x", "0.3 0.1", "2", "0 0 0 0 0 0")) {
      assertEquals(Borders.usual(), Borders.read(other), other);
    }
  }

  @Test
  void areNeverNoneNorTooMany() {
    assertThrows(IllegalArgumentException.class, () -> new Borders(List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Borders(List.of(0., 0., 0., 0., 0., 0.)));
  }
}
