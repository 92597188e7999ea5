// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShareAxisTest {
  @ParameterizedTest
  @EnumSource
  void bringsEveryShareBackFromItsPlace(ShareAxis axis) {
    for (double share : new double[] {0.00002, 0.0005, 0.02, 0.3, 1}) {
      assertEquals(share, axis.share(axis.place(share)), 1e-12);
    }
    assertEquals(0, axis.place(0));
    assertEquals(1, axis.place(1));
  }

  @ParameterizedTest
  @EnumSource
  void hasItsTicksFromEndToEnd(ShareAxis axis) {
    assertEquals(0, axis.place(axis.ticks().getFirst()), 1e-12);
    assertEquals(1, axis.place(axis.ticks().getLast()), 1e-12);
  }
}
