// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Edge;
import dev.modelward.ui.diagram.Extent;
import dev.modelward.ui.diagram.Layout;
import dev.modelward.ui.diagram.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredLayoutTest {
  private static final LayeredLayout LAYOUT = new LayeredLayout(box -> new Extent(120, 40));

  /** A net with branches and skip connections, as real ones have, the same for the same seed. */
  private static Diagram net(int size, long seed) {
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boxes.add(Box.of("n" + i, "Op", List.of(), "other"));
      if (i > 0) {
        int back = random.nextInt(10) == 0 ? 1 + random.nextInt(Math.min(i, 4)) : 1;
        edges.add(new Edge("n" + (i - back), "n" + i, "v" + i));
      }
      if (i > 20 && random.nextInt(6) == 0) {
        edges.add(new Edge("n" + (i - 2 - random.nextInt(15)), "n" + i, "s" + i));
      }
    }
    return new Diagram(boxes, edges);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 300})
  void putsNoBoxOnAnother(int size) {
    Layout layout = LAYOUT.layout(net(size, size), LayoutWatch.NONE);

    for (int box = 0; box < size; box++) {
      Area area = layout.area(box).grown(-0.5);
      int self = box;
      assertEquals(0, layout.boxesIn(area).filter(other -> other != self).count(), "box " + box);
    }
  }

  @Test
  void drawsEdgesDownwardFromBoxToBox() {
    Diagram net = net(120, 5);
    Layout layout = LAYOUT.layout(net, LayoutWatch.NONE);

    for (int edge = 0; edge < net.edges().size(); edge++) {
      Route route = layout.route(edge);
      Area from = layout.area(net.from(edge));
      Area to = layout.area(net.to(edge));
      assertTrue(from.bottom() <= to.y(), "edge " + edge + " runs down");
      assertTrue(from.grown(1).contains(route.x(0), route.y(0)), "edge " + edge + " starts");
      int last = route.size() - 1;
      assertTrue(to.grown(1).contains(route.x(last), route.y(last)), "edge " + edge + " ends");
    }
  }

  @Test
  void laysOutTheSameDiagramTheSameWay() {
    Layout first = LAYOUT.layout(net(200, 3), LayoutWatch.NONE);
    Layout second = LAYOUT.layout(net(200, 3), LayoutWatch.NONE);

    for (int box = 0; box < 200; box++) {
      assertEquals(first.area(box), second.area(box));
    }
  }

  @Test
  void laysOutAGraphOfEightThousandBoxes() {
    AtomicInteger calls = new AtomicInteger();
    Layout layout =
        LAYOUT.layout(
            net(8000, 11),
            new LayoutWatch() {
              private double last;

              @Override
              public boolean cancelled() {
                return false;
              }

              @Override
              public void done(double fraction) {
                assertTrue(fraction >= last && fraction <= 1, "progress never goes back");
                last = fraction;
                calls.incrementAndGet();
              }
            });

    assertEquals(8000, layout.diagram().boxes().size());
    assertFalse(layout.bounds().height() < 8000, "boxes stand below each other");
    assertTrue(calls.get() > 1);
  }

  @Test
  void stopsWhenItIsCancelled() {
    AtomicInteger asked = new AtomicInteger();
    LayoutWatch watch =
        new LayoutWatch() {
          @Override
          public boolean cancelled() {
            return asked.incrementAndGet() > 2;
          }

          @Override
          public void done(double fraction) {
            assertTrue(fraction < 1, "a cancelled layout is never done");
          }
        };

    assertThrows(CancellationException.class, () -> LAYOUT.layout(net(8000, 7), watch));
  }

  @Test
  void laysOutNothing() {
    Diagram nothing = new Diagram(List.of(), List.of());

    assertEquals(0, LAYOUT.layout(nothing, LayoutWatch.NONE).bounds().width());
  }
}
