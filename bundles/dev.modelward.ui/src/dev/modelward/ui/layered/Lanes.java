// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Route;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws the long edges of a part in lanes beside its boxes; the edges of one box share a lane, and
 * short lanes lie nearer to the boxes than long ones.
 */
final class Lanes {

  private static final double BELOW_SOURCE = 5;
  private static final double ABOVE_TARGET = 10;
  private static final double APART = 14;

  private final Sketch sketch;
  private final Bands bands;

  Lanes(Sketch sketch, List<Integer> part) {
    this.sketch = sketch;
    bands = new Bands(part.stream().map(sketch::area).toList());
    sketch
        .edges(part)
        .filter(sketch::drawn)
        .forEach(edge -> bands.reserve(sketch.route(edge).bounds()));
  }

  /** Draws all edges of a part that are not drawn yet. */
  static void draw(Sketch sketch, List<Integer> part) {
    TreeMap<Integer, List<Integer>> nets =
        sketch
            .edges(part)
            .filter(edge -> !sketch.drawn(edge))
            .boxed()
            .collect(
                Collectors.groupingBy(sketch.diagram()::from, TreeMap::new, Collectors.toList()));
    if (!nets.isEmpty()) {
      Lanes lanes = new Lanes(sketch, part);
      nets.values().stream()
          .sorted(Comparator.comparingDouble(net -> lanes.span(net).height()))
          .forEach(lanes::draw);
    }
  }

  private void draw(List<Integer> net) {
    Area span = span(net);
    int first = bands.at(span.y());
    int last = bands.at(span.bottom());
    double left = bands.left(first, last) - APART;
    double right = bands.right(first, last) + APART;
    Area source = source(net.getFirst());
    double x = right - source.centerX() <= source.centerX() - left ? right : left;
    double start = bands.bottom(bands.at(source.y())) + BELOW_SOURCE;
    for (int edge : net) {
      Area target = target(edge);
      double end = bands.top(bands.at(target.y())) - ABOVE_TARGET;
      double[] points = {
        source.centerX(),
        source.bottom(),
        source.centerX(),
        start,
        x,
        start,
        x,
        end,
        target.centerX(),
        end,
        target.centerX(),
        target.y()
      };
      sketch.draw(edge, Route.through(points));
    }
    bands.reserve(Area.between(x, span.y(), x, span.bottom()));
  }

  private Area span(List<Integer> net) {
    return net.stream().map(this::target).reduce(source(net.getFirst()), Area::with);
  }

  private Area source(int edge) {
    return sketch.area(sketch.diagram().from(edge));
  }

  private Area target(int edge) {
    return sketch.area(sketch.diagram().to(edge));
  }
}
