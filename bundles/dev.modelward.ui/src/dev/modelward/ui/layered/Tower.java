// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.BoxSizes;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Extent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stacks the strips of one part of a diagram, so that each begins where the one above ends. */
final class Tower {

  private final Sketch sketch;
  private final Ranks ranks;
  private final BoxSizes sizes;
  private double bottom;

  Tower(Sketch sketch, Ranks ranks, BoxSizes sizes) {
    this.sketch = sketch;
    this.ranks = ranks;
    this.sizes = sizes;
  }

  void add(Cuts.Piece piece, StripLayouts layouts) {
    Map<Integer, Integer> positions = new HashMap<>();
    piece.boxes().forEach(box -> positions.put(box, positions.size()));
    List<Integer> edges = shortEdges(piece, positions);
    StripLayout layout = layouts.of(strip(piece, edges, positions));
    Area first = layout.boxes().getFirst();
    double dx = -first.centerX();
    double dy = bottom - first.y();
    if (piece.head()) {
      Area above = sketch.area(piece.boxes().getFirst());
      dx = above.centerX() - first.centerX();
      dy = above.y() - first.y();
    }
    for (int i = 0; i < piece.boxes().size(); i++) {
      Area area = layout.boxes().get(i).moved(dx, dy);
      sketch.place(piece.boxes().get(i), area);
      bottom = Math.max(bottom, area.bottom() + Spacing.BETWEEN_LAYERS);
    }
    for (int i = 0; i < edges.size(); i++) {
      sketch.draw(edges.get(i), layout.routes().get(i).moved(dx, dy));
    }
  }

  private List<Integer> shortEdges(Cuts.Piece piece, Map<Integer, Integer> positions) {
    return sketch
        .edges(piece.boxes())
        .filter(ranks::isShort)
        .filter(edge -> positions.containsKey(sketch.diagram().to(edge)))
        .boxed()
        .toList();
  }

  private Strip strip(Cuts.Piece piece, List<Integer> edges, Map<Integer, Integer> positions) {
    Diagram diagram = sketch.diagram();
    List<Extent> extents = new ArrayList<>();
    piece.boxes().forEach(box -> extents.add(sizes.of(diagram.box(box))));
    List<Strip.Arc> arcs = new ArrayList<>();
    for (int edge : edges) {
      int from = Objects.requireNonNull(positions.get(diagram.from(edge)));
      int to = Objects.requireNonNull(positions.get(diagram.to(edge)));
      arcs.add(new Strip.Arc(from, to));
    }
    return new Strip(extents, arcs, piece.head(), piece.foot());
  }
}
