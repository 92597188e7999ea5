// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.diagram.Area;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final double EXACT = 1e-9;

  @Test
  void keepsThePointUnderThePointerWhileItZooms() {
    Viewport before = new Viewport(0.7, 30, -12);

    Viewport after = before.zoomedAbout(210, 90, 1.9);

    assertEquals(before.toLayoutX(210), after.toLayoutX(210), EXACT);
    assertEquals(before.toLayoutY(90), after.toLayoutY(90), EXACT);
    assertEquals(1.9, after.scale(), EXACT);
  }

  @Test
  void neverZoomsFurtherThanCanBeRead() {
    Viewport viewport = new Viewport(1, 0, 0);

    assertEquals(Viewport.LARGEST, viewport.zoomedAbout(0, 0, 1e6).scale());
    assertEquals(Viewport.SMALLEST, viewport.zoomedAbout(0, 0, 0).scale());
  }

  @Test
  void showsAllOfAGraphThatFits() {
    Area bounds = new Area(100, 200, 300, 5000);

    Area seen = Viewport.fitting(bounds, 800, 600).visible(800, 600);

    assertTrue(seen.contains(bounds.x(), bounds.y()));
    assertTrue(seen.contains(bounds.right(), bounds.bottom()));
  }

  @Test
  void beginsATallGraphAtItsTopInReadableSize() {
    Area bounds = new Area(0, 0, 300, 90000);

    Viewport viewport = Viewport.reading(bounds, 800, 600);

    assertEquals(1, viewport.scale());
    assertTrue(viewport.visible(800, 600).contains(150, 0));
  }

  @Test
  void findsItsWayBackFromTheScreen() {
    Viewport viewport = new Viewport(1.5, -40, 7);

    assertEquals(33, viewport.toScreenX(viewport.toLayoutX(33)), EXACT);
    assertEquals(-8, viewport.toScreenY(viewport.toLayoutY(-8)), EXACT);
  }
}
