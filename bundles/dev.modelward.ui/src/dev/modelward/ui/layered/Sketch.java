// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Layout;
import dev.modelward.ui.diagram.Route;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A layout while it is made. */
final class Sketch {

  private final Diagram diagram;
  private final Map<Integer, Area> boxes = new HashMap<>();
  private final Map<Integer, Route> routes = new HashMap<>();

  Sketch(Diagram diagram) {
    this.diagram = diagram;
  }

  Diagram diagram() {
    return diagram;
  }

  void place(int box, Area area) {
    boxes.put(box, area);
  }

  void draw(int edge, Route route) {
    routes.put(edge, route);
  }

  Area area(int box) {
    return Objects.requireNonNull(boxes.get(box));
  }

  Route route(int edge) {
    return Objects.requireNonNull(routes.get(edge));
  }

  boolean drawn(int edge) {
    return routes.containsKey(edge);
  }

  IntStream edges(Collection<Integer> part) {
    return part.stream().flatMapToInt(diagram::outgoing);
  }

  Area bounds(List<Integer> part) {
    Area all = part.stream().map(this::area).reduce(area(part.getFirst()), Area::with);
    return edges(part).filter(this::drawn).mapToObj(e -> route(e).bounds()).reduce(all, Area::with);
  }

  void move(List<Integer> part, double dx, double dy) {
    part.forEach(box -> boxes.computeIfPresent(box, (b, area) -> area.moved(dx, dy)));
    edges(part).forEach(edge -> routes.computeIfPresent(edge, (e, r) -> r.moved(dx, dy)));
  }

  Layout finish() {
    Area[] areas = new Area[diagram.boxes().size()];
    Route[] lines = new Route[diagram.edges().size()];
    Arrays.setAll(areas, this::area);
    Arrays.setAll(lines, this::route);
    return new Layout(diagram, List.of(areas), List.of(lines));
  }
}
